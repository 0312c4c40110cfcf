// Invitations in the table, which has the hash of the token. The token itself is only in the mail.
import { Entity, type FormattedItem } from "dynamodb-toolbox/entity";
import { item } from "dynamodb-toolbox/schema/item";
import { list as listOf } from "dynamodb-toolbox/schema/list";
import { number } from "dynamodb-toolbox/schema/number";
import { string } from "dynamodb-toolbox/schema/string";
import { role } from "../actor/index.ts";
import { keys, mainTable, SELF } from "../table/index.ts";

export const InvitationEntity = new Entity({
  name: "Invitation",
  table: mainTable,
  timestamps: false,
  schema: item({
    accountId: string().key(),
    invitationId: string().key(),
    email: string(),
    role: string().enum(...role.options),
    tenantIds: listOf(string()).optional(),
    invitedBy: string(),
    invitedByName: string(),
    status: string().enum("open", "accepted", "revoked"),
    /** The user who has accepted it. */
    userId: string().optional(),
    createdAt: string(),
    expiresAt: string(),
    ttl: number(),
  }),
  computeKey: ({ accountId, invitationId }) => ({
    pk: keys.account(accountId),
    sk: `INVITATION#${invitationId}`,
  }),
});
export type Invitation = FormattedItem<typeof InvitationEntity>;

/** The invitation of a token. */
export const InvitationTokenEntity = new Entity({
  name: "InvitationToken",
  table: mainTable,
  timestamps: false,
  schema: item({ hash: string().key(), accountId: string(), invitationId: string(), ttl: number() }),
  computeKey: ({ hash }) => ({ pk: keys.directory("INVITATION", hash), sk: SELF }),
});

/** Whether it can be accepted now. Its time is compared here, because TTL deletes late. */
export const isOpen = ({ status, expiresAt }: Pick<Invitation, "status" | "expiresAt">): boolean =>
  status === "open" && Date.parse(expiresAt) > Date.now();
