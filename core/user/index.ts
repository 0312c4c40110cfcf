// People: who signed in, known by (issuer, subject) and by verified e-mail.
import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import * as Account from "../account/index.ts";
import { currentUser } from "../actor/index.ts";
import { failedConditions, getItem, keys, mainTable, now, SELF, transact } from "../table/index.ts";
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

/** Which user an identity of an OIDC issuer is. */
const SubjectEntity = new Entity({
  name: "Subject",
  table: mainTable,
  timestamps: false,
  schema: item({ issuer: string().key(), subject: string().key(), userId: string() }),
  computeKey: ({ issuer, subject }) => ({ pk: keys.directory("SUBJECT", `${issuer}|${subject}`), sk: SELF }),
});

/** Which user has an e-mail address: makes addresses unique. */
const EmailEntity = new Entity({
  name: "Email",
  table: mainTable,
  timestamps: false,
  schema: item({ email: string().key(), userId: string() }),
  computeKey: ({ email }) => ({ pk: keys.directory("EMAIL", email), sk: SELF }),
});

const absent = { condition: { attr: "userId", exists: false } } as const;

async function byId(userId: string): Promise<User> {
  const found = await find(userId);
  if (!found) throw new Error(`User ${userId} is in the directory but not in the table`);
  return found;
}

async function bySubject(issuer: string, subject: string): Promise<User | undefined> {
  const Item = await getItem(SubjectEntity, { issuer, subject });
  return Item && byId(Item.userId);
}

/**
 * The user an identity belongs to. The first sign-in creates the user with an account of their own; another identity
 * with the same verified e-mail joins the user who has it. Throws `forbidden` while the e-mail is not verified.
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
    const known = await bySubject(issuer, subject);
    if (known) return known;
    if (!emailVerified)
      throw new VisibleError("forbidden", "Verify your e-mail address first, then sign in again.");

    const holder = await getItem(EmailEntity, { email });
    const created: User = { userId: holder?.userId ?? newId("user"), email, name, createdAt: now() };
    const subjectItem = SubjectEntity.build(PutTransaction)
      .item({ issuer, subject, userId: created.userId })
      .options(absent);
    try {
      if (holder) await transact(subjectItem);
      else
        await transact(
          subjectItem,
          EmailEntity.build(PutTransaction).item({ email, userId: created.userId }).options(absent),
          UserEntity.build(PutTransaction).item(created),
          ...Account.firstAccountWrites(created),
        );
    } catch (error) {
      // Two first requests of one person at once: the other one has created the user.
      if (!failedConditions(error)) throw error;
      const winner = await bySubject(issuer, subject);
      if (!winner) throw new VisibleError("conflict", "Signing in is under way elsewhere. Try again.");
      return winner;
    }
    return byId(created.userId);
  },
);

/** Whose verified e-mail address it is. */
export async function findByEmail(email: string): Promise<User | undefined> {
  const Item = await getItem(EmailEntity, { email });
  return Item && byId(Item.userId);
}

export async function find(userId: string): Promise<User | undefined> {
  return getItem(UserEntity, { userId });
}

/** The signed-in user. */
export const me = async (): Promise<User> => byId(currentUser().userId);
