// Tenants: one workspace, one squadhub, one board. The unit of isolation.
import { GetItemCommand } from "dynamodb-toolbox/entity/actions/get";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { UpdateTransaction } from "dynamodb-toolbox/entity/actions/transactUpdate";
import * as z from "zod";
import { cells } from "#platform";
import * as Account from "../account/index.ts";
import * as Membership from "../account/membership.ts";
import { type Actor, actor, as, currentAccount, currentUser } from "../actor/index.ts";
import { type PlanId, planId, plans } from "../plan/index.ts";
import * as Run from "../run/index.ts";
import { leadNames, squadId } from "../squad/index.ts";
import {
  expiresIn,
  getItem,
  keys,
  now,
  type Page,
  pageQuery,
  queryAll,
  queryPage,
  transact,
  unlessChanged,
} from "../table/index.ts";
import { notFound, VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { idOf, newId } from "../util/id.ts";
import { lineOf } from "../util/text.ts";
import { type WorkflowName, workflowName } from "../workflow/definitions.ts";
import { startableFor } from "../workflow/start.ts";
import {
  AccountTenantEntity,
  current,
  DraftEntity,
  find,
  findAll,
  hasLapsed,
  NameEntity,
  nameIsFree,
  TenantDirectoryEntity,
  TenantEntity,
  type TenantItem,
  tenantStatus,
} from "./entity.ts";
import { nameTaken, tenantName } from "./name.ts";

export const tenant = z
  .object({
    tenantId: idOf("tenant"),
    accountId: idOf("account"),
    name: tenantName,
    goal: z.string().optional(),
    leadName: z.string(),
    squad: squadId.optional().describe("The template of its squad; clawe when absent"),
    region: z.string(),
    timezone: z.string(),
    plan: planId,
    status: tenantStatus,
    runId: idOf("run").optional().describe("The newest run; a draft has none"),
    startable: z
      .array(workflowName)
      .describe("Workflows that the caller may start now, by the status and the caller's role"),
    draftUntil: z.iso.datetime().optional().describe("Until when a draft holds its name"),
    version: z.int().describe("Send it back with a change: one made meanwhile is then not lost"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Tenant" });
export type Tenant = z.output<typeof tenant>;

/** A tenant as the API returns it to `who`. */
export const toTenant = (item: TenantItem, who: Actor = actor()): Tenant => ({
  ...item,
  startable: startableOf(item, who),
});

/** The workflows that `who` may start now. Of a draft whose time is over there are none. */
export const startableOf = (
  tenant: Pick<TenantItem, "status" | "draftUntil">,
  who: Actor = actor(),
): WorkflowName[] => (hasLapsed(tenant) ? [] : startableFor(who, tenant.status));

/** Browsers differ in the names they prefer (Asia/Kolkata, Asia/Calcutta): every one that resolves is right. */
function isTimeZone(zone: string): boolean {
  // An offset resolves too, but knows no daylight saving time.
  if (/^[+-]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format() !== "";
  } catch {
    // How Intl says no.
    return false;
  }
}

export const timezone = z
  .string()
  .max(64)
  .refine(isTimeZone, "is not an IANA time zone")
  .describe("IANA time zone of its routines");

export const goal = z.string().trim().max(1000).describe("What the squad is for");
export const leadName = lineOf(40).describe("Name of the lead agent");

export const createInput = z.strictObject({
  name: tenantName,
  goal: goal.optional(),
  leadName: leadName.optional().describe("Name of the lead agent; the squad's own unless said"),
  squad: squadId.default("clawe").describe("Which squad it begins with"),
  timezone: timezone.default("UTC"),
  draft: z
    .boolean()
    .default(false)
    .describe("Only hold the name, for 24 hours; provisioning starts when it is asked for"),
});

const DRAFT_SECONDS = 24 * 3600;

/**
 * Makes a tenant and queues its provisioning, in one write; as a draft it holds its name and waits.
 * Throws `name_taken`, `limit_reached`.
 */
export const create = fn(
  createInput,
  async ({ draft, ...input }): Promise<{ tenant: Tenant; run?: Run.Run }> => {
    const accountId = currentAccount();
    const account = await Account.read(accountId);
    const pointers = queryAll(AccountTenantEntity, { partition: keys.account(accountId), prefix: "TENANT#" });
    const drafts = (await Array.fromAsync(pointers)).filter(
      (pointer) => pointer.draftUntil && !hasLapsed(pointer),
    );
    assertRoom(account, draft ? drafts.length : 0);

    const tenantId = newId("tenant");
    const { name } = input;
    if (await isNameTaken(name)) throw nameTaken(name);
    const at = now();
    const made = {
      ...input,
      leadName: input.leadName ?? leadNames[input.squad],
      ...{ tenantId, accountId, region: cells[0]!.cell.region, plan: account.plan, version: 1 },
      ...{ createdAt: at, updatedAt: at },
    };
    if (!draft) {
      const runId = newId("run");
      await transact(
        TenantEntity.build(PutTransaction).item({ ...made, status: "provisioning", runId }),
        AccountTenantEntity.build(PutTransaction).item({ accountId, tenantId }),
        TenantDirectoryEntity.build(PutTransaction).item({ tenantId }),
        ...Run.queueWrites(tenantId, runId, "provision"),
      );
      const [tenant, run] = await as({ ...currentUser(), tenantId }, () =>
        Promise.all([get(), Run.get(runId)]),
      );
      return { tenant, run };
    }
    const draftUntil = new Date(Date.now() + DRAFT_SECONDS * 1000).toISOString();
    const held = { draftUntil, ttl: expiresIn(DRAFT_SECONDS) };
    await unlessChanged(
      () =>
        transact(
          TenantEntity.build(PutTransaction).item({ ...made, ...held, status: "draft" }),
          AccountTenantEntity.build(PutTransaction).item({ accountId, tenantId, ...held }),
          TenantDirectoryEntity.build(PutTransaction).item({ tenantId, ttl: held.ttl }),
          DraftEntity.build(PutTransaction).item({ tenantId, draftUntil }),
          NameEntity.build(PutTransaction)
            .item({ name, tenantId, ...held })
            .options({ condition: nameIsFree(tenantId) }),
        ),
      () => nameTaken(name),
    );
    return { tenant: await as({ ...currentUser(), tenantId }, get) };
  },
);

/** Throws `limit_reached` when the plan has no workspace left. */
export function assertRoom(
  { plan, workspaces: used }: { plan: PlanId; workspaces: number },
  drafts = 0,
): void {
  const { workspaces } = plans[plan];
  if (used + drafts < workspaces) return;
  throw new VisibleError(
    "limit_reached",
    `Your ${plan} plan has ${workspaces} workspace${workspaces === 1 ? "" : "s"}, all in use. Delete one or choose a larger plan.`,
  );
}

async function isNameTaken(name: string): Promise<boolean> {
  const Item = await getItem(NameEntity, { name });
  return Item !== undefined && !hasLapsed(Item);
}

/** The account's tenants that the member sees, oldest first. */
export const list = fn(pageQuery, async (page): Promise<Page<Tenant>> => {
  const who = currentUser();
  const where = { partition: keys.account(currentAccount()), prefix: "TENANT#" };
  const { items: pointers, cursor } = await queryPage(AccountTenantEntity, where, page);
  const seen = pointers.filter((pointer) => Membership.sees(who, pointer.tenantId) && !hasLapsed(pointer));
  const found = await findAll(seen.map(({ tenantId }) => tenantId));
  return { items: found.map((item) => toTenant(item)), cursor };
});

/** The workspace with this public name, for who may open it. Throws `not_found` for anybody else. */
export const byName = fn(tenantName, async (name): Promise<Tenant> => {
  const Item = await getItem(NameEntity, { name });
  const found = Item && !hasLapsed(Item) ? await find(Item.tenantId) : undefined;
  const who = currentUser();
  const member = found && (await Membership.find(found.accountId, who.userId));
  if (!found || !member || !Membership.sees(member, found.tenantId)) throw notFound("workspace");
  return toTenant(found, { ...who, role: member.role });
});

/** Gives up a draft and its name. Throws `conflict` for anything but a draft. */
export async function discard(): Promise<void> {
  const { tenantId, accountId, name } = await current();
  const holder = await NameEntity.build(GetItemCommand).key({ name }).options({ consistent: true }).send();
  await unlessChanged(
    () =>
      transact(
        TenantEntity.build(UpdateTransaction)
          .item({ tenantId, status: "deleted", updatedAt: now() })
          .options({ condition: { attr: "status", eq: "draft" } }),
        AccountTenantEntity.build(DeleteTransaction).key({ accountId, tenantId }),
        ...(holder.Item?.tenantId === tenantId
          ? [
              NameEntity.build(DeleteTransaction)
                .key({ name })
                .options({ condition: { attr: "tenantId", eq: tenantId } }),
            ]
          : []),
      ),
    () => new VisibleError("conflict", "Only a draft can be discarded. Take a workspace down instead."),
  );
}

/** The tenant of this request as the API returns it. Throws `not_found`. */
export const get = async (): Promise<Tenant> => toTenant(await current());
