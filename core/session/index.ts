// Sessions: one sign-in of one person. Every request checks it, so that ending it takes effect at once.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { item } from "dynamodb-toolbox/schema/item";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { expiresIn, getItem, keys, mainTable, now, SELF } from "../table/index.ts";
import { hashOf } from "../util/hash.ts";

/** The lifetime of the issuer's refresh tokens: a session outlives its access tokens. */
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

/** The id of an issuer's session. It is a hash, so that a leak of the table does not reveal the issuer's value. */
export function sessionIdOf(issuer: string, issuerSession: string): string {
  return hashOf(`${issuer}|${issuerSession}`);
}

export async function begin(sessionId: string, user: { userId: string; name: string }): Promise<void> {
  await SessionEntity.build(PutItemCommand)
    .item({ sessionId, ...user, createdAt: now(), ttl: expiresIn(LIFETIME_SECONDS) })
    .send();
}

/** The session, unless it has ended or expired. Its time is compared here, because TTL deletes late. */
export async function find(sessionId: string): Promise<Session | undefined> {
  const session = await getItem(SessionEntity, { sessionId });
  return session && session.ttl > expiresIn(0) ? session : undefined;
}

export async function end(sessionId: string): Promise<void> {
  await SessionEntity.build(DeleteItemCommand).key({ sessionId }).send();
}
