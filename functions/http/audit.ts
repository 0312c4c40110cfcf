// Tells the audit log of each request that changes who may do what, that an operator makes, or that is refused.
// Never the reason for a request to fail, nor for a long wait.
import { AsyncLocalStorage } from "node:async_hooks";
import { Logger } from "@aws-lambda-powertools/logger";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Actor, hasRole } from "../../core/actor/index.ts";
import { mayRecordDenial } from "../../core/audit/denials.ts";
import type { AuditDraft } from "../../core/audit/index.ts";
import * as Audit from "../../core/audit/index.ts";
import { redact } from "../../core/audit/redact.ts";
import { VisibleError } from "../../core/util/error.ts";
import { idOf } from "../../core/util/id.ts";
import { addressOf, sourceOf } from "./limit.ts";
import type { Route } from "./route.ts";

/** The request waits no longer than this for the log. */
const PATIENCE_MS = 1_000;

/** What is known of the caller so far. */
interface Trail {
  by: Actor;
  /** The resolver let them in: what is not found now is no longer a question of whose it is. */
  isAdmitted: boolean;
}
const trail = new AsyncLocalStorage<Trail>();
const logger = new Logger({ serviceName: "audit" });

/** The resolver has learnt who is calling, before it knows whether they may. */
export function auditIdentity<A extends Actor>(by: A): A {
  const current = trail.getStore();
  if (current) current.by = by;
  return by;
}

/** The resolver let them in. */
export function auditAdmission<A extends Actor>(by: A): A {
  const current = trail.getStore();
  if (current) Object.assign(current, { by, isAdmitted: true });
  return by;
}

type Answer = APIGatewayProxyStructuredResultV2;

/** Runs a request and records it where the log is to tell of it. */
export function withAudit(
  route: Route,
  event: APIGatewayProxyEventV2,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const caller: Trail = { by: { type: "public" }, isAdmitted: false };
  return trail.run(caller, async () => {
    try {
      const answer = await run();
      const isRepeated = answer.headers?.["idempotent-replayed"] !== undefined;
      if (isTold(route, caller.by) && !isRepeated) await record(() => told(route, event, caller.by, answer));
      return answer;
    } catch (error) {
      const refusal = refusalOf(error, route, caller);
      if (refusal) await record(() => refused(route, event, caller.by, refusal));
      throw error;
    }
  });
}

/** Whether the log tells of the route when it is answered. */
function isTold({ audit, access, method }: Route, by: Actor): boolean {
  if (audit !== undefined) return audit;
  if (access.kind === "operator" || (by.type === "user" && by.breakGlass)) return true;
  if (method === "GET") return false;
  return access.kind === "account" || (access.kind === "tenant" && hasRole(access.role, "admin"));
}

type Refusal = Pick<AuditDraft, "outcome" | "reason">;

function refusalOf(error: unknown, route: Route, { by, isAdmitted }: Trail): Refusal | undefined {
  const code = error instanceof VisibleError ? error.code : "internal";
  const isDenied =
    code === "unauthenticated" || code === "forbidden" || (code === "not_found" && !isAdmitted);
  if (isDenied) return { outcome: "denied", reason: code };
  const isWorthTelling = code === "internal" || route.access.kind === "operator";
  return isWorthTelling && isTold(route, by) ? { outcome: "failed", reason: code } : undefined;
}

async function record(write: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("The audit log took too long")), PATIENCE_MS);
    });
    await Promise.race([write(), late]);
  } catch (error) {
    // Operators are alerted by this line's metric filter.
    logger.error("audit entry lost", { error });
  } finally {
    clearTimeout(timer);
  }
}

function told(route: Route, event: APIGatewayProxyEventV2, by: Actor, answer: Answer): Promise<void> {
  const result = jsonOf(answer.body);
  const body = event.body && !event.isBase64Encoded ? jsonOf(event.body) : undefined;
  const ids = idsIn(result);
  return Audit.append({
    ...partsOf(route, event, by, { ...ids, ...event.pathParameters }),
    // A sign-in is nobody's before it is answered.
    ...(route.access.kind === "token" ? { by: { type: "user", id: ids.userId, name: nameIn(result) } } : {}),
    outcome: "done",
    ...(body === undefined ? {} : { changes: redact(body) }),
  });
}

async function refused(
  route: Route,
  event: APIGatewayProxyEventV2,
  by: Actor,
  refusal: Refusal,
): Promise<void> {
  if (refusal.outcome === "denied" && !(await mayRecordDenial(addressOf(event)))) return;
  // What was sent is theirs who were refused: not kept.
  await Audit.append({ ...partsOf(route, event, by, event.pathParameters ?? {}), ...refusal });
}

const isTenantId = (id: string) => idOf("tenant").safeParse(id).success;

function partsOf(
  { operationId, access }: Route,
  event: APIGatewayProxyEventV2,
  by: Actor,
  ids: Record<string, string | undefined>,
): Omit<AuditDraft, "outcome"> {
  const accountId = by.type === "user" ? by.accountId : undefined;
  const isBreakGlass = by.type === "user" && by.breakGlass === true;
  const isOperator = isBreakGlass || access.kind === "operator";
  const { requestId, http } = event.requestContext;
  return {
    by: namedBy(by, isOperator),
    action: operationId,
    ...((accountId ?? ids.accountId) ? { accountId: accountId ?? ids.accountId?.slice(0, 64) } : {}),
    ...(ids.tenantId && isTenantId(ids.tenantId) ? { tenantId: ids.tenantId } : {}),
    resources: Object.fromEntries(
      Object.entries(ids).flatMap(([name, id]) => (id ? [[name, id.slice(0, 64)]] : [])),
    ),
    forAccount: accountId !== undefined,
    ip: sourceOf(event),
    userAgent: http.userAgent.slice(0, 256),
    requestId,
  };
}

function namedBy(by: Actor, isOperator: boolean): AuditDraft["by"] {
  switch (by.type) {
    case "user":
      return { type: isOperator ? "operator" : "user", id: by.userId, name: by.name };
    case "machine":
      return { type: "machine", id: by.tenantId, name: "squadhub" };
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

/** The ids that an answer names, of itself and of what is directly in it. */
function idsIn(result: unknown, depth = 0): Record<string, string> {
  if (typeof result !== "object" || result === null || Array.isArray(result)) return {};
  const ids: Record<string, string> = {};
  for (const [name, value] of Object.entries(result)) {
    if (typeof value === "string" && name.endsWith("Id")) ids[name] ??= value;
    else if (depth === 0) for (const [inner, id] of Object.entries(idsIn(value, 1))) ids[inner] ??= id;
  }
  return ids;
}
