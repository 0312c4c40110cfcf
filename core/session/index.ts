// Sessions: one sign-in of one person, checked at each request so that ending it works at once.
import { createHash } from "node:crypto";
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { expiresIn, getItem, keys, mainTable, now, SELF } from "../table/index.ts";

/** A sign-in outlives its tokens: as long as the issuer's refresh tokens do. */
const LIFETIME_SECONDS = 30 * 24 * 3600;

const SessionEntity = new Entity({
  name: "Session",
  table: mainTable,
  timestamps: false,
  schema: item({
    sessionId: string().key(),
    userId: string(),
    name: string(),
    createdAt: string(),
    ttl: number(),
  }),
  computeKey: ({ sessionId }) => ({ pk: keys.directory("SESSION", sessionId), sk: SELF }),
});
export type Session = FormattedItem<typeof SessionEntity>;

/** Our id of an issuer's session: the issuer's own value opens nothing when it leaks from the table. */
export function sessionIdOf(issuer: string, issuerSession: string): string {
  return createHash("sha256").update(`${issuer}|${issuerSession}`).digest("base64url");
}

export async function begin(sessionId: string, who: { userId: string; name: string }): Promise<void> {
  await SessionEntity.build(PutItemCommand)
    .item({ sessionId, ...who, createdAt: now(), ttl: expiresIn(LIFETIME_SECONDS) })
    .send();
}

/** The session, unless it has ended or expired (TTL deletes late, so time is compared here). */
export async function find(sessionId: string): Promise<Session | undefined> {
  const Item = await getItem(SessionEntity, { sessionId });
  return Item && Item.ttl > expiresIn(0) ? Item : undefined;
}

export async function end(sessionId: string): Promise<void> {
  await SessionEntity.build(DeleteItemCommand).key({ sessionId }).send();
}
