// Operators: the people who run the service, and their roles. They see metadata of workspaces, but no content.
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { operators as configured } from "#platform";
import { currentUser, type OperatorRole, operatorRole } from "../actor/index.ts";
import { getAll, getItem, keys, mainTable, now, queryAll } from "../table/index.ts";
import * as User from "../user/index.ts";
import { UserEntity } from "../user/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf } from "../util/id.ts";

const OperatorEntity = new Entity({
  name: "Operator",
  table: mainTable,
  timestamps: false,
  schema: item({
    userId: string().key(),
    role: string().enum(...operatorRole.options),
    grantedBy: string(),
    createdAt: string(),
  }).and((prev) => ({
    gsi1pk: string().hidden().default(keys.operations("OPERATORS")),
    gsi1sk: string()
      .hidden()
      .link<typeof prev>(({ userId }) => userId),
  })),
  computeKey: ({ userId }) => ({ pk: keys.user(userId), sk: "OPERATOR" }),
});

export const operator = z
  .object({
    userId: idOf("user"),
    name: z.string(),
    email: z.email(),
    role: operatorRole,
    configured: z
      .boolean()
      .describe("Whether the service's configuration names them; such a role cannot be changed here"),
  })
  .meta({ id: "Operator" });
type Operator = z.output<typeof operator>;

/** The user's role as an operator, if any. Users whom the configuration names are admins, whatever the table has. */
export async function roleOf(userId: string): Promise<OperatorRole | undefined> {
  const [granted, user] = await Promise.all([
    getItem(OperatorEntity, { userId }),
    configured.length > 0 ? User.find(userId) : undefined,
  ]);
  // Only verified addresses are stored.
  return user && configured.includes(user.email) ? "admin" : granted?.role;
}

/** All operators. There are few. */
export async function list(): Promise<Operator[]> {
  const admins = (await Promise.all(configured.map((email) => User.findByEmail(email)))).flatMap((user) =>
    user ? [{ ...userOf(user), role: "admin" as const, configured: true }] : [],
  );
  const where = { index: "gsi1", partition: keys.operations("OPERATORS"), prefix: "usr_" } as const;
  const roles = new Map(
    (await Array.fromAsync(queryAll(OperatorEntity, where)))
      .filter(({ userId }) => !admins.some((admin) => admin.userId === userId))
      .map(({ userId, role }) => [userId, role]),
  );
  const users = await getAll(
    UserEntity,
    [...roles.keys()].map((userId) => ({ userId })),
  );
  const granted = users.map((user) => ({
    ...userOf(user),
    role: roles.get(user.userId)!,
    configured: false,
  }));
  return [...admins, ...granted];
}

const userOf = ({ userId, name, email }: User.User) => ({ userId, name, email });

export const grantInput = z.strictObject({
  email: z.email().transform((email) => email.toLowerCase()),
  role: operatorRole,
});

/** Gives a user a role as an operator. Throws `not_found`, `conflict` (configured operators, and oneself). */
export const grant = fn(grantInput, async ({ email, role }): Promise<Operator> => {
  const user = await User.findByEmail(email);
  if (!user)
    throw new VisibleError(
      "not_found",
      `Nobody with the address ${email} has signed in yet. They must sign in first.`,
    );
  const { userId } = user;
  assertChangeable(user);
  await OperatorEntity.build(PutItemCommand)
    .item({ userId, role, grantedBy: currentUser().userId, createdAt: now() })
    .send();
  return { ...userOf(user), role, configured: false };
});

/** Ends a user's role as an operator at once. Throws `not_found`, `conflict` (configured operators, and oneself). */
export const revoke = fn(idOf("user"), async (userId): Promise<void> => {
  const user = await User.find(userId);
  if (!user || !(await roleOf(userId))) throw notFound("operator");
  assertChangeable(user);
  await OperatorEntity.build(DeleteItemCommand).key({ userId }).send();
});

function assertChangeable({ userId, email }: { userId: string; email: string }): void {
  if (configured.includes(email))
    throw new VisibleError(
      "conflict",
      `The service's configuration makes ${email} an operator. Change it there.`,
    );
  if (userId === currentUser().userId)
    throw new VisibleError("conflict", "You cannot change your own role. Ask another admin.");
}
