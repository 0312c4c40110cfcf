// Operators: the people who run the service, and what each of them may do. They see metadata, never content.
import { Entity } from "dynamodb-toolbox/entity";
import { DeleteItemCommand } from "dynamodb-toolbox/entity/actions/delete";
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { PutItemCommand } from "dynamodb-toolbox/entity/actions/put";
import { item } from "dynamodb-toolbox/schema/item";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import { operators as configured } from "#platform";
import { currentUser, type OperatorRole, operatorRole } from "../actor/index.ts";
import { keys, mainTable, now, queryAll } from "../table/index.ts";
import * as User from "../user/index.ts";
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
    configured: z.boolean().describe("Named by the service's configuration: cannot be changed here"),
  })
  .meta({ id: "Operator" });
type Shown = z.output<typeof operator>;

/** What the person may do as an operator. Who the configuration names is an admin, whatever the table says. */
export async function roleOf(userId: string): Promise<OperatorRole | undefined> {
  const [granted, user] = await Promise.all([
    OperatorEntity.build(GetItemCommand).key({ userId }).options({ consistent: true }).send(),
    configured.length > 0 ? User.find(userId) : undefined,
  ]);
  // Users have verified addresses only.
  return user && configured.includes(user.email) ? "admin" : granted.Item?.role;
}

/** Everybody who is an operator: few. */
export async function list(): Promise<Shown[]> {
  const named = (await Promise.all(configured.map((email) => User.findByEmail(email)))).flatMap((user) =>
    user ? [{ userId: user.userId, role: "admin" as const, configured: true }] : [],
  );
  const where = { index: "gsi1", partition: keys.operations("OPERATORS"), prefix: "usr_" } as const;
  const granted = (await Array.fromAsync(queryAll(OperatorEntity, where)))
    .filter(({ userId }) => !named.some((one) => one.userId === userId))
    .map(({ userId, role }) => ({ userId, role, configured: false }));
  const shown = await Promise.all(
    [...named, ...granted].map(async (one) => {
      const user = await User.find(one.userId);
      return user ? [{ ...one, name: user.name, email: user.email }] : [];
    }),
  );
  return shown.flat();
}

export const grantInput = z.strictObject({
  email: z.email().transform((email) => email.toLowerCase()),
  role: operatorRole,
});

/** Makes somebody an operator, or gives them another role. Throws `not_found`, `conflict` for who is configured. */
export const grant = fn(grantInput, async ({ email, role }): Promise<Shown> => {
  const user = await User.findByEmail(email);
  if (!user) throw new VisibleError("not_found", `Nobody with the address ${email} has signed in yet.`);
  const { userId, name } = user;
  assertChangeable(user);
  await OperatorEntity.build(PutItemCommand)
    .item({ userId, role, grantedBy: currentUser().userId, createdAt: now() })
    .send();
  return { userId, name, email: user.email, role, configured: false };
});

/** Ends it at once. Throws `not_found`, `conflict` for who is configured, and for oneself. */
export const revoke = fn(idOf("user"), async (userId): Promise<void> => {
  const user = await User.find(userId);
  if (!user || !(await roleOf(userId))) throw notFound("operator");
  assertChangeable(user);
  await OperatorEntity.build(DeleteItemCommand).key({ userId }).send();
});

function assertChangeable({ userId, email }: { userId: string; email: string }): void {
  if (configured.includes(email))
    throw new VisibleError("conflict", `${email} is an operator by configuration. Change it there.`);
  if (userId === currentUser().userId)
    throw new VisibleError("conflict", "Ask another admin: nobody changes their own role.");
}
