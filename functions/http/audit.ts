// Writes an audit entry for each request that changes permissions, that an operator makes, or that is refused.
// The audit log never makes a request fail, and delays it for a second at most.
import { AsyncLocalStorage } from "node:async_hooks";
import { Logger } from "@aws-lambda-powertools/logger";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Actor, hasRole } from "../../core/actor/index.ts";
import { countDenial } from "../../core/audit/denials.ts";
import type { AuditDraft } from "../../core/audit/index.ts";
import * as Audit from "../../core/audit/index.ts";
import { redact } from "../../core/audit/redact.ts";
import { VisibleError } from "../../core/util/error.ts";
import { idOf } from "../../core/util/id.ts";
import { sourceAddress, sourceNetwork } from "./limit.ts";
import type { Route } from "./route.ts";

const WRITE_TIMEOUT_MS = 1_000;

/** What is known about the caller so far. */
interface Caller {
  actor: Actor;
  /** The resolver has admitted the caller: a 404 from now on does not hide that something belongs to others. */
  isAdmitted: boolean;
}
const currentCaller = new AsyncLocalStorage<Caller>();
const logger = new Logger({ serviceName: "audit" });

/** Tells the audit log who is calling, before the resolver knows whether they may. */
export function auditIdentity<A extends Actor>(actor: A): A {
  const caller = currentCaller.getStore();
  if (caller) caller.actor = actor;
  return actor;
}

/** Tells the audit log that the resolver has admitted the caller. */
export function auditAdmission<A extends Actor>(actor: A): A {
  const caller = currentCaller.getStore();
  if (caller) Object.assign(caller, { actor, isAdmitted: true });
  return actor;
}

/** Runs a request, and records it if the audit log covers it. */
export function withAudit(
  route: Route,
  event: APIGatewayProxyEventV2,
  run: () => Promise<APIGatewayProxyStructuredResultV2>,
): Promise<APIGatewayProxyStructuredResultV2> {
  const caller: Caller = { actor: { type: "public" }, isAdmitted: false };
  return currentCaller.run(caller, async () => {
    try {
      const response = await run();
      const isReplay = response.headers?.["idempotent-replayed"] !== undefined;
      if (isAudited(route, caller.actor) && !isReplay)
        await record(() => appendSuccess(route, event, caller.actor, response));
      return response;
    } catch (error) {
      const failure = failureOf(error, route, caller);
      if (failure) await record(() => appendFailure(route, event, caller.actor, failure));
      throw error;
    }
  });
}

/** Whether a successful request of this route is recorded. */
function isAudited({ audit, access, method }: Route, actor: Actor): boolean {
  if (audit !== undefined) return audit;
  if (access.kind === "operator" || (actor.type === "user" && actor.breakGlass)) return true;
  if (method === "GET") return false;
  return access.kind === "account" || (access.kind === "tenant" && hasRole(access.role, "admin"));
}

type Failure = Pick<AuditDraft, "outcome" | "reason">;

function failureOf(error: unknown, route: Route, { actor, isAdmitted }: Caller): Failure | undefined {
  const code = error instanceof VisibleError ? error.code : "internal";
  const isDenied =
    code === "unauthenticated" || code === "forbidden" || (code === "not_found" && !isAdmitted);
  if (isDenied) return { outcome: "denied", reason: code };
  const isRelevant = code === "internal" || route.access.kind === "operator";
  return isRelevant && isAudited(route, actor) ? { outcome: "failed", reason: code } : undefined;
}

async function record(write: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("The audit log took too long")), WRITE_TIMEOUT_MS);
    });
    await Promise.race([write(), timeout]);
  } catch (error) {
    // A metric filter on this line alerts the operators.
    logger.error("audit entry lost", { error });
  } finally {
    clearTimeout(timer);
  }
}

function appendSuccess(
  route: Route,
  event: APIGatewayProxyEventV2,
  actor: Actor,
  response: APIGatewayProxyStructuredResultV2,
): Promise<void> {
  const result = jsonOf(response.body);
  const body = event.body && !event.isBase64Encoded ? jsonOf(event.body) : undefined;
  const ids = idsIn(result);
  return Audit.append({
    ...entryOf(route, event, actor, { ...ids, ...event.pathParameters }),
    // Only the response of a sign-in says who signed in.
    ...(route.access.kind === "token" ? { by: { type: "user", id: ids.userId, name: nameIn(result) } } : {}),
    outcome: "done",
    ...(body === undefined ? {} : { changes: redact(body) }),
  });
}

async function appendFailure(
  route: Route,
  event: APIGatewayProxyEventV2,
  actor: Actor,
  failure: Failure,
): Promise<void> {
  if (failure.outcome === "denied" && !(await countDenial(sourceNetwork(event)))) return;
  // The body of a refused request is not kept: it changed nothing, and may hold anything.
  await Audit.append({ ...entryOf(route, event, actor, event.pathParameters ?? {}), ...failure });
}

const isTenantId = (id: string) => idOf("tenant").safeParse(id).success;

function entryOf(
  { operationId, access }: Route,
  event: APIGatewayProxyEventV2,
  actor: Actor,
  ids: Record<string, string | undefined>,
): Omit<AuditDraft, "outcome"> {
  const accountId = actor.type === "user" ? actor.accountId : undefined;
  const isBreakGlass = actor.type === "user" && actor.breakGlass === true;
  const isOperator = isBreakGlass || access.kind === "operator";
  const { requestId, http } = event.requestContext;
  return {
    by: describeActor(actor, isOperator),
    action: operationId,
    ...((accountId ?? ids.accountId) ? { accountId: accountId ?? ids.accountId?.slice(0, 64) } : {}),
    ...(ids.tenantId && isTenantId(ids.tenantId) ? { tenantId: ids.tenantId } : {}),
    resources: Object.fromEntries(
      Object.entries(ids).flatMap(([name, id]) => (id ? [[name, id.slice(0, 64)]] : [])),
    ),
    forAccount: accountId !== undefined,
    ip: sourceAddress(event),
    userAgent: http.userAgent.slice(0, 256),
    requestId,
  };
}

function describeActor(actor: Actor, isOperator: boolean): AuditDraft["by"] {
  switch (actor.type) {
    case "user":
      return { type: isOperator ? "operator" : "user", id: actor.userId, name: actor.name };
    case "machine":
      return { type: "machine", id: actor.tenantId, name: "squadhub" };
    case "system":
      return { type: "system" };
    case "public":
      return { type: "public" };
  }
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const nameIn = (result: unknown): string | undefined =>
  typeof result === "object" && result !== null && "name" in result ? String(result.name) : undefined;

/** The ids in a response: its own and those of the objects directly in it. */
function idsIn(result: unknown, depth = 0): Record<string, string> {
  if (typeof result !== "object" || result === null || Array.isArray(result)) return {};
  const ids: Record<string, string> = {};
  for (const [name, value] of Object.entries(result)) {
    if (typeof value === "string" && name.endsWith("Id")) ids[name] ??= value;
    else if (depth === 0) for (const [inner, id] of Object.entries(idsIn(value, 1))) ids[inner] ??= id;
  }
  return ids;
}
