// Users: people who have signed in, identified by (issuer, subject) and by verified e-mail address.
import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import * as Account from "../account/index.ts";
import { currentUser } from "../actor/index.ts";
import { conditionHolds, getItem, keys, mainTable, now, SELF, transact } from "../table/index.ts";
import { VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";

export const user = z
  .object({
    userId: idOf("user"),
    email: z.email(),
    name: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "User" });
export type User = z.output<typeof user>;

export const UserEntity = new Entity({
  name: "User",
  table: mainTable,
  timestamps: false,
  schema: item({ userId: string().key(), email: string(), name: string(), createdAt: string() }),
  computeKey: ({ userId }) => ({ pk: keys.user(userId), sk: SELF }),
});

/** The user of an OIDC issuer's identity. */
const SubjectEntity = new Entity({
  name: "Subject",
  table: mainTable,
  timestamps: false,
  schema: item({ issuer: string().key(), subject: string().key(), userId: string() }),
  computeKey: ({ issuer, subject }) => ({ pk: keys.directory("SUBJECT", `${issuer}|${subject}`), sk: SELF }),
});

/** The user with an e-mail address. Makes addresses unique. */
const EmailEntity = new Entity({
  name: "Email",
  table: mainTable,
  timestamps: false,
  schema: item({ email: string().key(), userId: string() }),
  computeKey: ({ email }) => ({ pk: keys.directory("EMAIL", email), sk: SELF }),
});

const absent = { condition: { attr: "userId", exists: false } } as const;

async function read(userId: string): Promise<User> {
  const user = await find(userId);
  if (!user) throw new Error(`User ${userId} is in the directory but not in the table`);
  return user;
}

async function findBySubject(issuer: string, subject: string): Promise<User | undefined> {
  const identity = await getItem(SubjectEntity, { issuer, subject });
  return identity && read(identity.userId);
}

/**
 * The user of an identity. The first sign-in creates the user, with an account. Another identity with the same verified
 * e-mail address is added to the user who has it. Throws `forbidden` while the address is not verified, `conflict` when
 * another first sign-in with this address is in progress.
 */
export const findOrCreate = fn(
  z.object({
    issuer: z.string(),
    subject: z.string(),
    email: z.email().transform((email) => email.toLowerCase()),
    emailVerified: z.boolean(),
    name: z.string().trim().min(1).max(100),
  }),
  async ({ issuer, subject, email, emailVerified, name }): Promise<User> => {
    const known = await findBySubject(issuer, subject);
    if (known) return known;
    if (!emailVerified)
      throw new VisibleError("forbidden", "Verify your e-mail address, then sign in again.");

    const holder = await getItem(EmailEntity, { email });
    const created: User = { userId: holder?.userId ?? newId("user"), email, name, createdAt: now() };
    const { userId } = created;
    const subjectWrite = SubjectEntity.build(PutTransaction)
      .item({ issuer, subject, userId })
      .options(absent);
    const userWrites = [
      EmailEntity.build(PutTransaction).item({ email, userId }).options(absent),
      UserEntity.build(PutTransaction).item(created),
      ...Account.firstAccountWrites(created),
    ];
    if (await conditionHolds(transact(subjectWrite, ...(holder ? [] : userWrites)))) return read(userId);
    // Two first requests of one person at once: the other one has created the user.
    const winner = await findBySubject(issuer, subject);
    if (!winner) throw new VisibleError("conflict", "Another sign-in is in progress. Try again.");
    return winner;
  },
);

/** The user with this verified e-mail address. */
export async function findByEmail(email: string): Promise<User | undefined> {
  const holder = await getItem(EmailEntity, { email });
  return holder && read(holder.userId);
}

export async function find(userId: string): Promise<User | undefined> {
  return getItem(UserEntity, { userId });
}

/** The signed-in user. */
export const me = async (): Promise<User> => read(currentUser().userId);
