// Watches every command to the table: no scans, and no access beyond the actor's own keys except the listed ones.
import type { HttpRequest } from "@smithy/protocol-http";
import { type Actor, actor } from "../../core/actor/index.ts";
import type { TableEngine } from "../../local/table/engine.ts";

/** A permitted access outside of the actor's own partitions. docs/table.md has the same list. */
export interface Exception {
  /** Of the partition key. */
  family: "T" | "A" | "U" | "DIR" | "OPS" | "AUDIT";
  /** The beginning of the sort key; for `DIR`, `OPS` and `AUDIT`, the kind in the partition key. */
  item: string;
  reads?: boolean;
  writes?: boolean;
  why: string;
}

export const exceptions: Exception[] = [
  {
    family: "T",
    item: "TENANT",
    reads: true,
    why: "the resolver and an account's list read the tenant",
  },
  { family: "T", item: "TENANT", writes: true, why: "a member creates a tenant in an account" },
  {
    family: "T",
    item: "CONNECTION#",
    writes: true,
    why: "a socket is opened by its ticket and closed by its id",
  },
  { family: "T", item: "SQUADHUB", reads: true, why: "operators list all squadhubs" },
  {
    family: "T",
    item: "RUN#",
    reads: true,
    writes: true,
    why: "a tenant's first run is queued with it; operators list failed and open runs",
  },
  {
    family: "A",
    item: "MEMBER#",
    reads: true,
    writes: true,
    why: "the resolver; the first sign-in; joining an account",
  },
  {
    family: "A",
    item: "ACCOUNT",
    reads: true,
    writes: true,
    why: "a user's list of accounts; the first sign-in; a tenant's place in the plan",
  },
  { family: "A", item: "TENANT#", writes: true, why: "a deleted tenant leaves its account's list" },
  { family: "A", item: "INVITATION#", reads: true, writes: true, why: "found by the token in its mail" },
  { family: "AUDIT", item: "", writes: true, why: "every actor's actions and refusals are recorded" },
  { family: "OPS", item: "TENANTS", writes: true, why: "operators list all tenants" },
  { family: "OPS", item: "FAILURES", writes: true, why: "operators list failed runs" },
  {
    family: "OPS",
    item: "OPEN",
    reads: true,
    writes: true,
    why: "operators list runs without a clean end; the reaper reads them daily",
  },
  {
    family: "OPS",
    item: "DRAFTS",
    reads: true,
    writes: true,
    why: "the reaper finds expired drafts",
  },
  { family: "U", item: "OPERATOR", reads: true, writes: true, why: "the resolver; operators grant roles" },
  {
    family: "U",
    item: "GLASS#",
    reads: true,
    why: "the resolver checks for break-glass access",
  },
  { family: "U", item: "#", reads: true, writes: true, why: "the first sign-in; members are listed by name" },
  ...[
    "SUBJECT",
    "EMAIL",
    "NAME",
    "TOKEN",
    "SESSION",
    "TICKET",
    "CONNECTION",
    "CELL",
    "INVITATION",
    "RATE",
    "HEALTH",
  ].map((item) => ({
    family: "DIR" as const,
    item,
    reads: true,
    writes: true,
    why: "looked up before a tenant is known",
  })),
];

interface Access {
  operation: string;
  partition: string;
  sort?: string;
  writes: boolean;
}

type Value = { S?: string };
type Keyed = { Key?: Record<string, Value>; Item?: Record<string, Value> };

const keyed = (operation: string, writes: boolean, { Key, Item }: Keyed): Access => {
  const { pk, sk } = Key ?? Item ?? {};
  return { operation, writes, partition: pk?.S ?? "", sort: sk?.S };
};

function accessesOf(operation: string, body: Record<string, unknown>): Access[] {
  switch (operation) {
    case "GetItem":
      return [keyed(operation, false, body as Keyed)];
    case "PutItem":
    case "UpdateItem":
    case "DeleteItem":
      return [keyed(operation, true, body as Keyed)];
    case "Query":
      return Object.values((body.ExpressionAttributeValues ?? {}) as Record<string, Value>)
        .filter(({ S }) => S && /^(T|A|U|DIR|OPS|AUDIT)#/.test(S))
        .map(({ S }) => ({ operation, writes: false, partition: S! }));
    case "TransactWriteItems":
      return (body.TransactItems as Record<string, Keyed>[]).flatMap((item) =>
        Object.entries(item).map(([kind, one]) =>
          keyed(`${operation} ${kind}`, kind !== "ConditionCheck", one),
        ),
      );
    case "TransactGetItems":
      return (body.TransactItems as Record<string, Keyed>[]).flatMap((item) =>
        Object.values(item).map((one) => keyed(operation, false, one)),
      );
    case "BatchGetItem":
      return Object.values(body.RequestItems as Record<string, { Keys: Record<string, Value>[] }>).flatMap(
        ({ Keys }) => Keys.map((Key) => keyed(operation, false, { Key })),
      );
    case "BatchWriteItem":
      return Object.values(
        body.RequestItems as Record<string, { PutRequest?: Keyed; DeleteRequest?: Keyed }[]>,
      ).flatMap((requests) =>
        requests.map(({ PutRequest, DeleteRequest }) =>
          keyed(operation, true, PutRequest ?? DeleteRequest ?? {}),
        ),
      );
    default:
      return [];
  }
}

function isOwn(who: Actor, family: string, id: string, rest: string): boolean {
  if (who.type === "public") return false;
  if (who.type === "user" && who.operator && (family === "OPS" || family === "AUDIT")) return true;
  if (family === "AUDIT") return isOwn(who, id, rest, "");
  if (family === "T") return who.tenantId === id;
  if (who.type !== "user") return false;
  return family === "A" ? who.accountId === id : family === "U" && who.userId === id;
}

function isPermitted({ partition, sort, writes }: Access, who: Actor): boolean {
  const [family = "", id = "", rest = ""] = partition.split("#");
  if (isOwn(who, family, id, rest)) return true;
  const item = ["DIR", "OPS", "AUDIT"].includes(family) ? id : (sort ?? "");
  return exceptions.some(
    (exception) =>
      exception.family === family &&
      item.startsWith(exception.item) &&
      (writes ? exception.writes : exception.reads),
  );
}

/** A key without its random parts. */
const kindOf = (key: string) => key.replace(/[0-9A-Z]{26}|[\w-]{36,}/g, "…");
const nameOf = (who: Actor) => `${who.type} with ${Object.keys(who).join(", ")}`;

/** Records every command from now on, and every access that is not permitted. */
export function watchTable(
  engine: TableEngine,
  violations = new Set<string>(),
): { violations: Set<string>; commands: string[] } {
  const commands: string[] = [];
  const { requestHandler } = engine;
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = (request: HttpRequest, ...rest) => {
    const operation = request.headers["x-amz-target"]?.split(".")[1] ?? "";
    const text =
      request.body instanceof Uint8Array ? new TextDecoder().decode(request.body) : String(request.body);
    const who = actor();
    if (operation === "Scan") violations.add("Scan");
    const accesses = accessesOf(operation, JSON.parse(text));
    commands.push(
      `${operation} ${accesses.map(({ partition, sort = "" }) => kindOf(`${partition} ${sort}`)).join(", ")}`,
    );
    for (const access of accesses)
      if (!isPermitted(access, who))
        violations.add(
          `${access.operation} of ${kindOf(access.partition)} ${kindOf(access.sort ?? "")} as ${nameOf(who)}`,
        );
    return handle(request, ...rest);
  };
  return { violations, commands };
}
