// The business context: what the squad knows of the business that it works for. One per workspace.
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
import { invalidField, VisibleError } from "../util/error.ts";
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
    /** When the removal of BOOTSTRAP.md was last requested. The files are updated each time. */
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
  .describe("Search terms by which it wants to be found");
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
    approved: z.boolean().describe("Whether a person has approved it"),
    approvedAt: z.iso.datetime().optional(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: "Business" });
export type Business = z.output<typeof business>;

const removable = <S extends z.ZodType>(schema: S) => schema.nullable().optional();
const version = z
  .int()
  .optional()
  .describe("The expected version; the change is refused with `conflict` if it is another");

export const saveInput = z
  .strictObject({
    url: webAddress.optional().describe("Address of the website; required for the first save"),
    name: removable(line),
    description: removable(textOf(4)),
    favicon: removable(webAddress),
    metadata: z
      .strictObject({
        title: removable(metadataFields.title),
        ogImage: removable(metadataFields.ogImage),
        industry: removable(metadataFields.industry),
        keywords: removable(metadataFields.keywords),
        targetAudience: removable(metadataFields.targetAudience),
        tone: removable(metadataFields.tone),
      })
      .optional(),
    approve: z.literal(true).optional().describe("A person has approved this context"),
    removeBootstrap: z.literal(true).optional().describe("Update the agents' files, without BOOTSTRAP.md"),
    version,
    by: Agent.byAgent,
  })
  .meta({ example: { url: "https://acme.example", name: "Acme", metadata: { keywords: ["anvils"] } } });

export async function find(): Promise<BusinessItem | undefined> {
  return getItem(BusinessEntity, { tenantId: currentTenant() });
}

const toBusiness = (item: BusinessItem): Business => ({ ...item, approved: item.approvedAt !== undefined });

/** The business context. Throws `not_found` before it is saved. */
export async function get(): Promise<Business> {
  const context = await find();
  if (!context) throw missing();
  return toBusiness(context);
}

/**
 * Saves the given fields; null removes one, and absent ones stay. An event then removes the agents' BOOTSTRAP.md. A
 * change by an agent ends the approval unless the agent states that a person approves. Throws `conflict`, `invalid`.
 */
export const save = fn(
  saveInput,
  async ({ by, version, approve, removeBootstrap, ...changes }): Promise<Business> => {
    const from = await Agent.authorOf(by);
    return retryOnConflict(async () => {
      const before = await find();
      if (version !== undefined && version !== (before?.version ?? 0)) throw changedMeanwhile();
      const { url = before?.url, metadata, ...texts } = changes;
      if (!url) throw invalidField("body.url", "is required for the first save");
      const content = {
        ...merge({ name: before?.name, description: before?.description, favicon: before?.favicon }, texts),
        url,
        metadata: merge(before?.metadata ?? {}, metadata ?? {}),
      };
      const isSame = before !== undefined && isEqual(content, before);
      const at = now();
      const keptApproval = isSame || actor().type === "user" ? before?.approvedAt : undefined;
      const approvedAt = approve ? (isSame && keptApproval) || at : keptApproval;
      if (isSame && !removeBootstrap && approvedAt === before.approvedAt) return toBusiness(before);
      const after = {
        ...content,
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
          .options({ condition: unchangedCondition(before) }),
        Activity.activityWrite(
          approve ? "business_approved" : "business_saved",
          from,
          approve ? "saved the business context, as approved" : "saved the business context",
        ),
      );
      return toBusiness(after);
    });
  },
);

export const approveInput = z.strictObject({ version });

/** Approves the context as it is, for a person. Throws `not_found` before it is saved, `conflict`. */
export const approve = fn(approveInput, async ({ version }): Promise<Business> => {
  const from = await Agent.authorOf();
  return retryOnConflict(async () => {
    const before = await find();
    if (!before) throw missing();
    if (version !== undefined && version !== before.version) throw changedMeanwhile();
    if (before.approvedAt) return toBusiness(before);
    const at = now();
    const after = { ...before, approvedAt: at, updatedAt: at, version: before.version + 1 };
    await transact(
      BusinessEntity.build(PutTransaction)
        .item(after)
        .options({ condition: unchangedCondition(before) }),
      Activity.activityWrite("business_approved", from, "approved the business context"),
    );
    return toBusiness(after);
  });
});

/** Removes the business context, so that the squad learns about the business again. A repetition changes nothing. */
export async function remove(): Promise<void> {
  const from = await Agent.authorOf();
  await retryOnConflict(async () => {
    const before = await find();
    if (!before) return;
    await transact(
      BusinessEntity.build(DeleteTransaction)
        .key({ tenantId: before.tenantId })
        .options({ condition: unchangedCondition(before) }),
      Activity.activityWrite("business_removed", from, "removed the business context"),
    );
  });
}

const unchangedCondition = (before: BusinessItem | undefined) =>
  before ? { attr: "version" as const, eq: before.version } : { attr: "version" as const, exists: false };

type Changes = Record<string, string | string[] | null | undefined>;

/** `before` with `changes` applied; null and empty texts remove a field. */
function merge<T extends object>(before: T, changes: Changes): T {
  const fields = Object.entries({ ...before, ...withoutUndefined(changes) });
  return Object.fromEntries(fields.filter(([, value]) => value !== null && value !== "")) as T;
}

const withoutUndefined = (changes: Changes) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

type Content = Pick<BusinessItem, "url" | "name" | "description" | "favicon" | "metadata">;

function isEqual(a: Content, b: Content): boolean {
  const comparable = ({ url, name, description, favicon, metadata: of }: Content) =>
    JSON.stringify([
      [url, name, description, favicon],
      [of.title, of.ogImage, of.industry, of.keywords, of.targetAudience, of.tone],
    ]);
  return comparable(a) === comparable(b);
}

const missing = () =>
  new VisibleError(
    "not_found",
    "There is no business context yet. Save one first, with the address of the website.",
  );
