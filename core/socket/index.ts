// WebSockets of open pages: opened with a single-use ticket, and listed by tenant so that hints reach them.
import { randomBytes } from "node:crypto";
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean } from "dynamodb-toolbox/schema/boolean";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { sockets } from "#platform";
import { currentTenant, currentUser } from "../actor/index.ts";
import { expiresIn, keys, mainTable, queryAll, SELF, transact } from "../table/index.ts";
import { VisibleError } from "../util/error.ts";
import { hashOf } from "../util/hash.ts";

const TICKET_SECONDS = 60;
/** API Gateway closes a WebSocket after two hours at the latest. */
const CONNECTION_SECONDS = 2 * 3600;

const TicketEntity = new Entity({
  name: "Ticket",
  table: mainTable,
  timestamps: false,
  schema: item({
    hash: string().key(),
    tenantId: string(),
    userId: string(),
    hintsOnly: boolean().optional(),
    ttl: number(),
  }),
  computeKey: ({ hash }) => ({ pk: keys.directory("TICKET", hash), sk: SELF }),
});

/** The tenant of a connection. A closing socket sends only its id. */
const ConnectionEntity = new Entity({
  name: "Connection",
  table: mainTable,
  timestamps: false,
  schema: item({ connectionId: string().key(), tenantId: string(), ttl: number() }),
  computeKey: ({ connectionId }) => ({ pk: keys.directory("CONNECTION", connectionId), sk: SELF }),
});

const TenantConnectionEntity = new Entity({
  name: "TenantConnection",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    connectionId: string().key(),
    userId: string(),
    /** A page of an operator, which gets hints but no content. */
    hintsOnly: boolean().optional(),
    ttl: number(),
  }),
  computeKey: ({ tenantId, connectionId }) => ({
    pk: keys.tenant(tenantId),
    sk: `CONNECTION#${connectionId}`,
  }),
});

export const ticket = z.object({
  ticket: z.string().describe("Opens one WebSocket at wss://…/ws?ticket=…"),
  expiresAt: z.iso.datetime(),
});

/** Issues a ticket for one WebSocket of this tenant, valid for 60 seconds. */
export async function issueTicket(): Promise<z.output<typeof ticket>> {
  const value = randomBytes(32).toString("base64url");
  const ttl = expiresIn(TICKET_SECONDS);
  const { userId, operator, breakGlass } = currentUser();
  const hintsOnly = operator !== undefined || breakGlass === true;
  await TicketEntity.build(PutItemCommand)
    .item({ hash: hashOf(value), tenantId: currentTenant(), userId, hintsOnly, ttl })
    .send();
  return { ticket: value, expiresAt: new Date(ttl * 1000).toISOString() };
}

/** Opens a connection with a ticket. Throws `unauthenticated` when the ticket is unknown, used or expired. */
export async function open(ticket: string, connectionId: string): Promise<void> {
  const { Attributes: used } = await TicketEntity.build(DeleteItemCommand)
    .key({ hash: hashOf(ticket) })
    .options({ returnValues: "ALL_OLD" })
    .send();
  if (!used || used.ttl <= expiresIn(0))
    throw new VisibleError("unauthenticated", "This ticket was used or has expired. Request a new one.");
  const connection = { connectionId, tenantId: used.tenantId, ttl: expiresIn(CONNECTION_SECONDS) };
  await transact(
    ConnectionEntity.build(PutTransaction).item(connection),
    TenantConnectionEntity.build(PutTransaction).item({
      ...connection,
      userId: used.userId,
      hintsOnly: used.hintsOnly,
    }),
  );
}

/** Removes a connection that has closed. */
export async function close(connectionId: string): Promise<void> {
  const { Attributes: closed } = await ConnectionEntity.build(DeleteItemCommand)
    .key({ connectionId })
    .options({ returnValues: "ALL_OLD" })
    .send();
  if (closed)
    await TenantConnectionEntity.build(DeleteItemCommand)
      .key({ tenantId: closed.tenantId, connectionId })
      .send();
}

/** Removes the connections of a user who may no longer see the tenant, so that their pages get no more updates. */
export async function removeConnectionsOf(userId: string): Promise<void> {
  const where = { partition: keys.tenant(currentTenant()), prefix: "CONNECTION#" };
  for await (const connection of queryAll(TenantConnectionEntity, where))
    if (connection.userId === userId) await remove(connection);
}

const remove = ({ tenantId, connectionId }: { tenantId: string; connectionId: string }): Promise<void> =>
  transact(
    ConnectionEntity.build(DeleteTransaction).key({ connectionId }),
    TenantConnectionEntity.build(DeleteTransaction).key({ tenantId, connectionId }),
  );

/** Sends a hint to every open page of the tenant. Pages refetch, so a lost hint does no harm. */
export const sendHint = (data: Record<string, unknown>): Promise<void> => sendToPages(data, () => true);

/** Sends content of the workspace to the open pages of its members, but not of operators. */
export const sendContent = (data: Record<string, unknown>): Promise<void> =>
  sendToPages(data, ({ hintsOnly }) => !hintsOnly);

async function sendToPages(
  data: Record<string, unknown>,
  isReceiver: (page: { hintsOnly?: boolean }) => boolean,
): Promise<void> {
  const where = { partition: keys.tenant(currentTenant()), prefix: "CONNECTION#" };
  for await (const page of queryAll(TenantConnectionEntity, where))
    if (isReceiver(page) && !(await sockets.send(page.connectionId, data))) await remove(page);
}
