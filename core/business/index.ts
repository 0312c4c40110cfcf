// The business context: what the squad knows of the business it works for. One a workspace.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { DeleteTransaction } from "dynamodb-toolbox/entity/actions/transactDelete";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema/item";
import { list as listOf } from "dynamodb-toolbox/schema/list";
import { map } from "dynamodb-toolbox/schema/map";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";
import * as Activity from "../activity/index.ts";
import { actor, currentTenant } from "../actor/index.ts";
import * as Agent from "../agent/index.ts";
import { getItem, keys, mainTable, now, transact } from "../table/index.ts";
import { changedMeanwhile, retryOnConflict } from "../table/retry.ts";
import { VisibleError } from "../util/error.ts";
import { fn } from "../util/fn.ts";
import { lineOf, textOf } from "../util/text.ts";

const MAX_KEYWORDS = 20;

const BusinessEntity = new Entity({
  name: "Business",
  table: mainTable,
  timestamps: false,
  schema: item({
    tenantId: string().key(),
    url: string(),
    name: string().optional(),
    description: string().optional(),
    favicon: string().optional(),
    metadata: map({
      title: string().optional(),
      ogImage: string().optional(),
      industry: string().optional(),
      keywords: listOf(string()).optional(),
      targetAudience: string().optional(),
      tone: string().optional(),
    }),
    approvedAt: string().optional(),
    /** When it was last asked that BOOTSTRAP.md go; the files follow each time. */
    bootstrapRemovedAt: string().optional(),
    createdAt: string(),
    updatedAt: string(),
    version: number(),
  }),
  computeKey: ({ tenantId }) => ({ pk: keys.tenant(tenantId), sk: "BUSINESS" }),
});
type BusinessItem = FormattedItem<typeof BusinessEntity>;

const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "must be a web address, https://…" })
  .max(2048, "must be at most 2048 characters");
const line = lineOf(200);
const keywords = z
  .array(lineOf(100))
  .max(MAX_KEYWORDS, `must be at most ${MAX_KEYWORDS}`)
  .describe("What it wants to be found by");
const metadataFields = {
  title: line,
  ogImage: webAddress,
  industry: line,
  keywords,
  targetAudience: textOf(1),
  tone: textOf(1),
};

export const business = z
  .object({
    url: z.string(),
    name: z.string().optional(),
    description: z.string().optional(),
    favicon: z.string().optional(),
    metadata: z.object({
      title: z.string().optional(),
      ogImage: z.string().optional(),
      industry: z.string().optional(),
      keywords: z.array(z.string()).optional(),
      targetAudience: z.string().optional(),
      tone: z.string().optional(),
    }),
    approved: z.boolean().describe("A person has agreed with it"),
    approvedAt: z.iso.datetime().optional(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: "Business" });
export type Business = z.output<typeof business>;

const orNothing = <S extends z.ZodType>(schema: S) => schema.nullable().optional();
const version = z
  .int()
  .optional()
  .describe("Refuse with `conflict` unless the context is still at this version");

export const saveInput = z
  .strictObject({
    url: webAddress.optional().describe("Its site; needed the first time"),
    name: orNothing(line),
    description: orNothing(textOf(4)),
    favicon: orNothing(webAddress),
    metadata: z
      .strictObject({
        title: orNothing(metadataFields.title),
        ogImage: orNothing(metadataFields.ogImage),
        industry: orNothing(metadataFields.industry),
        keywords: orNothing(metadataFields.keywords),
        targetAudience: orNothing(metadataFields.targetAudience),
        tone: orNothing(metadataFields.tone),
      })
      .optional(),
    approve: z.literal(true).optional().describe("A person has agreed"),
    removeBootstrap: z
      .literal(true)
      .optional()
      .describe("Push the agents' files again, now without BOOTSTRAP.md"),
    version,
    by: Agent.byAgent,
  })
  .meta({ example: { url: "https://acme.example", name: "Acme", metadata: { keywords: ["anvils"] } } });

export async function find(): Promise<BusinessItem | undefined> {
  return getItem(BusinessEntity, { tenantId: currentTenant() });
}

const shown = (item: BusinessItem): Business => ({ ...item, approved: item.approvedAt !== undefined });

/** The business context. Throws `not_found` before it is saved. */
export async function get(): Promise<Business> {
  const found = await find();
  if (!found) throw missing();
  return shown(found);
}

/**
 * Saves what is given; null removes a field, what is not named stays. The agents' BOOTSTRAP.md goes, by an event. What
 * an agent changes is no longer approved, unless it says that a person has agreed.
 */
export const save = fn(
  saveInput,
  async ({ by, version, approve, removeBootstrap, ...given }): Promise<Business> => {
    const from = await Agent.authorOf(by);
    return retryOnConflict(async () => {
      const before = await find();
      if (version !== undefined && version !== (before?.version ?? 0)) throw changedMeanwhile();
      const { url = before?.url, metadata, ...plain } = given;
      if (!url) throw needsUrl();
      const said = {
        ...merged({ name: before?.name, description: before?.description, favicon: before?.favicon }, plain),
        url,
        metadata: merged(before?.metadata ?? {}, metadata ?? {}),
      };
      const isSame = before !== undefined && isEqual(said, before);
      const at = now();
      const keepsApproval = isSame || actor().type === "user";
      const approvedAt = approve
        ? isSame && before.approvedAt
          ? before.approvedAt
          : at
        : keepsApproval
          ? before?.approvedAt
          : undefined;
      if (isSame && !removeBootstrap && approvedAt === before.approvedAt) return shown(before);
      const after = {
        ...said,
        tenantId: currentTenant(),
        approvedAt,
        bootstrapRemovedAt: removeBootstrap ? at : before?.bootstrapRemovedAt,
        createdAt: before?.createdAt ?? at,
        updatedAt: at,
        version: (before?.version ?? 0) + 1,
      };
      await transact(
        BusinessEntity.build(PutTransaction)
          .item(after)
          .options({ condition: unchanged(before) }),
        Activity.activityWrite(
          approve ? "business_approved" : "business_saved",
          from,
          approve ? "saved the business context, as approved" : "saved the business context",
        ),
      );
      return shown(after);
    });
  },
);

export const approveInput = z.strictObject({ version });

/** A person agrees with the context as it is. Throws `not_found` before it is saved. */
export const approve = fn(approveInput, async ({ version }): Promise<Business> => {
  const from = await Agent.authorOf();
  return retryOnConflict(async () => {
    const before = await find();
    if (!before) throw missing();
    if (version !== undefined && version !== before.version) throw changedMeanwhile();
    if (before.approvedAt) return shown(before);
    const at = now();
    const after = { ...before, approvedAt: at, updatedAt: at, version: before.version + 1 };
    await transact(
      BusinessEntity.build(PutTransaction)
        .item(after)
        .options({ condition: unchanged(before) }),
      Activity.activityWrite("business_approved", from, "approved the business context"),
    );
    return shown(after);
  });
});

/** Forgets the business context: the squad gets to know the business anew. Again changes nothing. */
export async function remove(): Promise<void> {
  const from = await Agent.authorOf();
  await retryOnConflict(async () => {
    const before = await find();
    if (!before) return;
    await transact(
      BusinessEntity.build(DeleteTransaction)
        .key({ tenantId: before.tenantId })
        .options({ condition: unchanged(before) }),
      Activity.activityWrite("business_removed", from, "removed the business context"),
    );
  });
}

const unchanged = (before: BusinessItem | undefined) =>
  before ? { attr: "version" as const, eq: before.version } : { attr: "version" as const, exists: false };

type Given = Record<string, string | string[] | null | undefined>;

/** `before` with what `given` says; null and empty texts remove. */
function merged<T extends object>(before: T, given: Given): T {
  const fields = Object.entries({ ...before, ...withoutUndefined(given) });
  return Object.fromEntries(fields.filter(([, value]) => value !== null && value !== "")) as T;
}

const withoutUndefined = (given: Given) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

type Said = Pick<BusinessItem, "url" | "name" | "description" | "favicon" | "metadata">;

function isEqual(a: Said, b: Said): boolean {
  const plain = ({ url, name, description, favicon, metadata: of }: Said) =>
    JSON.stringify([
      [url, name, description, favicon],
      [of.title, of.ogImage, of.industry, of.keywords, of.targetAudience, of.tone],
    ]);
  return plain(a) === plain(b);
}

const missing = () =>
  new VisibleError("not_found", "There is no business context yet. Save it, with the address of its site.");

function needsUrl(): VisibleError {
  const message = "is needed the first time";
  return new VisibleError("invalid", `body.url: ${message}`, { fields: [{ field: "body.url", message }] });
}
