// What people read when a message to an agent is not answered: why, and what to do next.
import type { TenantStatus } from "../tenant/index.ts";

const unavailable: Partial<Record<TenantStatus, string>> = {
  draft: "This workspace has not been started yet. Start it, then ask again.",
  stopped: "The squad is stopped because it could not start. Wake it, then ask again.",
  suspended: "This workspace is suspended. Contact the owner of its account.",
  deprovisioning: "This workspace is being deleted.",
  deleted: "This workspace is being deleted.",
  error: "This workspace could not be set up. Retry its set-up, then ask again.",
};

/** Why a squad in this state never answers; undefined when it is up, or is woken when it is needed. */
export const unavailableReason = (status: TenantStatus): string | undefined => unavailable[status];

export const failureMessages = {
  unreachable: "The squad did not answer; it may be restarting. Ask again in a minute.",
  busy: "The squad is too busy. Ask again in a minute.",
  refused: "The squad did not accept this message. Restart the squad, then ask again.",
  broken: "The answer broke off because the squad was stopped or restarted. Ask again.",
  failed: "The agent could not answer; often its model did not respond. Ask again in a while.",
  timeout: "The answer took too long and was stopped. Ask again with a smaller request.",
  interrupted: "The answer was interrupted on our side. Ask again.",
} as const;
