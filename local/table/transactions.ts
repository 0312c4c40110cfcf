// TransactWriteItems and TransactGetItems: checked whole, written as one batch or not at all.
import { createHash } from "node:crypto";
import { activeTable, type Body, type DynaliteStore, database, type Item, parse, run } from "./dynalite.ts";
import { isConditionFailure, isServiceError, ServiceError, validationError } from "./errors.ts";
import type { IdempotencyTokens } from "./idempotency-tokens.ts";
import { type Operation, readItem, type StagedWrites, stageWrites } from "./staged-writes.ts";

const maxActions = 100;
const maxBytes = 4 * 1024 * 1024;
// A condition check is a delete that does not happen: the same key and condition fields.
const operationOf = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "DeleteItem",
} as const;
type Kind = keyof typeof operationOf;

interface Action {
  kind: Kind;
  data: Body;
  table: string;
  key: string;
  returnsOld: boolean;
}

interface CancellationReason {
  Code: string;
  Message?: string;
  Item?: Item;
}

export type Commit = (staged: StagedWrites, more: Operation[]) => Promise<void>;

interface Context {
  store: DynaliteStore;
  tokens: IdempotencyTokens;
  commit: Commit;
}

/** Both operations run under the engine's write lock. */
export function createTransactionApi(context: Context) {
  return {
    TransactWriteItems: (body: Body) => transactWrite(context, body),
    TransactGetItems: (body: Body) => transactGet(context, body),
  };
}

async function transactWrite({ store, tokens, commit }: Context, body: Body): Promise<Body> {
  const entries = transactItems(body);
  const token = body.ClientRequestToken as string | undefined;
  const fingerprint = createHash("sha256").update(JSON.stringify(entries)).digest("base64");
  if (token && tokens.isRepeat(token, fingerprint)) return {};

  const actions = await toActions(store, entries);
  const staged = stageWrites(store);
  const reasons: CancellationReason[] = [];
  for (const action of actions) reasons.push(await apply(store, action, staged));
  if (writtenBytes(staged) > maxBytes) throw validationError("The aggregate size of the items exceeds 4 MB");
  if (reasons.some((reason) => reason.Code !== "None")) {
    const codes = reasons.map((reason) => reason.Code).join(", ");
    throw new ServiceError(
      "TransactionCanceledException",
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      { CancellationReasons: reasons },
    );
  }
  await commit(staged, token ? tokens.rememberOperations(token, fingerprint) : []);
  return {};
}

async function transactGet({ store }: Context, body: Body): Promise<Body> {
  const Responses: Body[] = [];
  for (const { Get } of transactItems(body)) {
    const { Item } = await run("GetItem", store, parse("GetItem", Get as Body, store));
    Responses.push(Item ? { Item } : {});
  }
  return { Responses };
}

async function toActions(store: DynaliteStore, entries: Body[]): Promise<Action[]> {
  const actions: Action[] = [];
  for (const entry of entries) actions.push(await toAction(store, entry));
  const keys = new Set(actions.map(({ table, key }) => `${table}~${key}`));
  if (keys.size < actions.length)
    throw validationError("Transaction request cannot include multiple operations on one item");
  return actions;
}

async function toAction(store: DynaliteStore, entry: Body): Promise<Action> {
  const kinds = Object.keys(entry).filter((kind) => entry[kind] != null);
  const kind = kinds[0] as Kind;
  if (kinds.length !== 1 || !Object.hasOwn(operationOf, kind)) {
    throw validationError("TransactItems can only contain one of Check, Put, Update or Delete");
  }
  const { ReturnValuesOnConditionCheckFailure, ...body } = entry[kind] as Body;
  const data = parse(operationOf[kind], body, store);
  const table = await activeTable(store, String(data.TableName));
  const key = (kind === "Put" ? data.Item : data.Key) as Item;
  const invalid = kind === "Put" ? database.validateItem(key, table) : database.validateKey(key, table);
  if (invalid) throw invalid;
  return {
    kind,
    data,
    table: table.TableName,
    key: database.createKey(key, table),
    returnsOld: ReturnValuesOnConditionCheckFailure === "ALL_OLD",
  };
}

/** Stages the action's write; returns why the transaction has to be cancelled, or the code `None`. */
async function apply(
  store: DynaliteStore,
  action: Action,
  staged: StagedWrites,
): Promise<CancellationReason> {
  staged.lastRead = undefined;
  try {
    if (action.kind === "ConditionCheck") {
      staged.lastRead = await readItem(store, action.table, action.key);
      const failure = database.checkConditional(action.data, staged.lastRead);
      if (failure) throw failure;
    } else {
      await run(operationOf[action.kind], staged.store, action.data);
    }
    return { Code: "None" };
  } catch (error) {
    if (!isServiceError(error)) throw error;
    if (!isConditionFailure(error)) return { Code: "ValidationError", Message: String(error.body.message) };
    return {
      Code: "ConditionalCheckFailed",
      Message: "The conditional request failed",
      ...(action.returnsOld && staged.lastRead && { Item: staged.lastRead }),
    };
  }
}

function transactItems(body: Body): Body[] {
  const entries = body.TransactItems;
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > maxActions) {
    throw validationError(
      "1 validation error detected: Value at 'transactItems' failed to satisfy constraint: " +
        "Member must have length less than or equal to 100, and greater than or equal to 1",
    );
  }
  return entries;
}

function writtenBytes({ changes }: StagedWrites): number {
  return changes.reduce((sum, change) => sum + (change.new ? database.itemSize(change.new) : 0), 0);
}
