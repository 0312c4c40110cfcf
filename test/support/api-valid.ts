// A working call of each route: the lowest sufficient role, fresh parameters, a body with only the required fields.
import { as } from "../../core/actor/index.ts";
import * as Backup from "../../core/backup/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Run from "../../core/run/index.ts";
import { transact } from "../../core/table/index.ts";
import type { TenantStatus } from "../../core/tenant/index.ts";
import { newId } from "../../core/util/id.ts";
import type { Route } from "../../functions/http/route.ts";
import { exampleBodyOf, queryOf } from "./api-bodies.ts";
import { type Call, callApi } from "./api-call.ts";
import { fresh } from "./api-ids.ts";
import type { Workspace } from "./api-workspace.ts";
import type { ApiWorld } from "./api-world.ts";

const taskIn = async ({ owner, ids }: Workspace, ...statuses: string[]): Promise<Record<string, string>> => {
  const { token } = owner;
  const made = await callApi("createTask", {
    token,
    params: ids,
    body: { title: "To decide", assignees: ["inky"] },
  });
  const params = { ...ids, taskId: (made.body as { taskId: string }).taskId };
  for (const status of statuses) await callApi("setTaskStatus", { token, params, body: { status } });
  return params;
};

/** Announces a file, without uploading it. */
async function upload({ owner, ids }: Workspace): Promise<string> {
  const body = exampleBodyOf("beginUpload", {} as Workspace);
  const begun = await callApi("beginUpload", { token: owner.token, params: ids, body });
  return (begun.body as { documentId: string }).documentId;
}

/** A call by the owner of another workspace in this status, so that its effects harm no other call. */
const inAnother =
  (status: TenantStatus = "active") =>
  async ({ another }: ApiWorld): Promise<Call> => {
    const { owner, ids, tenantId } = await another();
    await as({ type: "system", tenantId }, () => Lifecycle.settle(status));
    return { token: owner.token, params: ids };
  };

/** A run of another workspace that can still fail, held or not. */
const aRun =
  (held: boolean) =>
  async (world: ApiWorld): Promise<Call> => {
    const { params } = await inAnother()(world);
    const token = world.operators.manager.token;
    const started = await callApi("startRun", { token, params, body: { workflow: "restart", hold: held } });
    const { runId } = started.body as { runId: string };
    return { token, params: { ...params, runId } };
  };

/** Adds a backup to the list, as a backup run does. */
function aBackup(tenantId: string): Promise<string> {
  return as({ type: "system", tenantId }, async () => {
    const runId = newId("run");
    await transact(...Run.queueWrites(tenantId, runId, "backup"));
    await Run.mark(runId, "BackUpStorage", "running");
    await Backup.record(runId, { size: 1, why: "asked", revision: 1 });
    return Backup.backupIdOf(runId);
  });
}

/** Preparations for calls that need more than the world has. */
const preparations: Record<string, (world: ApiWorld) => Promise<Call>> = {
  previewInvitation: async ({ own }) => ({ body: { token: await own.invite("preview@example.com") } }),
  acceptInvitation: async ({ own, loner }) => ({
    token: loner.token,
    body: { token: await own.invite("loner@example.com") },
  }),
  transferOwnership: async ({ own }) => ({ token: (await own.join("owner")).token }),
  leaveAccount: async ({ own }) => ({ token: (await own.join("viewer")).token }),
  signOut: async ({ own }) => ({ token: (await own.join("viewer")).token }),
  signIn: async ({ tokens }) => ({ token: await tokens.sign("newcomer", "a first session") }),
  approveTask: async ({ own }) => ({ params: await taskIn(own, "in_progress", "review") }),
  requestChanges: async ({ own }) => ({ params: await taskIn(own, "in_progress", "review") }),
  confirmUpload: async ({ own }) => ({ params: { ...own.ids, documentId: await upload(own) } }),
  async downloadDocument({ own }) {
    const params = { ...own.ids, documentId: await upload(own) };
    await callApi("confirmUpload", { token: own.owner.token, params });
    return { params };
  },
  inspectExecution: async ({ own }) => ({ params: { workflow: "provision", name: own.ids.runId! } }),
  async revokeOperator({ own, operators }) {
    const { userId, email } = await own.join("viewer");
    await callApi("grantOperator", { token: operators.admin.token, body: { email, role: "viewer" } });
    return { params: { userId } };
  },
  async discardDraft({ own }) {
    const { token } = own.owner;
    const body = { name: "a-draft", draft: true };
    const made = await callApi("createTenant", { token, params: own.ids, body });
    return { token, params: (made.body as { tenant: { tenantId: string } }).tenant } as Call;
  },
  startRun: async (world) => ({ params: (await inAnother("error")(world)).params }),
  holdRun: aRun(false),
  releaseRun: aRun(true),
  provisionTenant: inAnother("error"),
  deprovisionTenant: inAnother(),
  sleepTenant: inAnother(),
  restartTenant: inAnother(),
  upgradeTenant: inAnother(),
  backUpTenant: inAnother(),
  async restoreTenant(world) {
    const call = await inAnother()(world);
    const backupId = await aBackup(call.params!.tenantId!);
    return { ...call, body: { backupId } };
  },
  wakeTenant: inAnother("sleeping"),
};

/** A call that works when it is made next. */
export async function validCall(route: Route, world: ApiWorld): Promise<Call> {
  const { operationId } = route;
  return {
    token: world.leastToken(route.access),
    params: await fresh(route, world.own),
    query: queryOf(route),
    body: exampleBodyOf(operationId, world.own),
    ...(await preparations[operationId]?.(world)),
  };
}
