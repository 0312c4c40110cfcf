// Why a message is not answered, in words that say what to do.
import type { TenantStatus } from "../tenant/index.ts";

const never: Partial<Record<TenantStatus, string>> = {
  draft: "This workspace has not been started yet. Start it, then ask again.",
  stopped: "The squad is stopped because it could not start. Wake it, then ask again.",
  suspended: "This workspace is suspended. Ask the owner of its account.",
  deprovisioning: "This workspace is being taken down.",
  deleted: "This workspace is being taken down.",
  error: "This workspace could not be set up. Try the set-up again, then ask again.",
};

/** Undefined where the squad is up, or comes up by itself when it is needed. */
export const unavailableReason = (status: TenantStatus): string | undefined => never[status];

export const failureMessages = {
  unreachable: "The squad does not answer; it may be restarting. Ask again in a minute.",
  busy: "The squad has too much to do. Ask again in a minute.",
  refused: "The squad did not take this message. Restart the squad, then ask again.",
  broken: "The answer broke off: the squad was stopped or restarted. Ask again.",
  failed: "The agent could not answer; often its model did not. Ask again in a while.",
  late: "The answer took too long and was ended. Ask again for less at once.",
  interrupted: "This was interrupted on our side. Ask again.",
} as const;
