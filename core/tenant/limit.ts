// How many workspaces a plan has.
import { type PlanId, plans } from "../plan/index.ts";
import { VisibleError } from "../util/error.ts";

/** Throws `limit_reached` when the plan has no workspace left. */
export function assertRoom(account: { plan: PlanId; workspaces: number }, drafts = 0): void {
  if (account.workspaces + drafts >= plans[account.plan].workspaces) throw noWorkspaceLeft(account.plan);
}

export function noWorkspaceLeft(plan: PlanId): VisibleError {
  const { workspaces } = plans[plan];
  const message =
    workspaces === 1
      ? `Your ${plan} plan has 1 workspace, and it is in use. Delete it first.`
      : `Your ${plan} plan has ${workspaces} workspaces, and all are in use. Delete one first.`;
  return new VisibleError("limit_reached", message);
}
