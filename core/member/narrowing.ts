// Narrowing: a member who sees some of the account's tenants only.
import { BatchGetRequest } from "dynamodb-toolbox/entity/actions/batchGet";
import { BatchGetCommand, execute } from "dynamodb-toolbox/table/actions/batchGet";
import * as z from "zod";
import { currentAccount, hasRole, type Role } from "../actor/index.ts";
import { mainTable } from "../table/index.ts";
import { AccountTenantEntity } from "../tenant/index.ts";
import { VisibleError } from "../util/error.ts";
import { idOf } from "../util/id.ts";

/** More than any plan has workspaces. */
const MAX_TENANTS = 50;

export const narrowing = z
  .array(idOf("tenant"))
  .min(1)
  .max(MAX_TENANTS)
  .refine((ids) => new Set(ids).size === ids.length, "names a workspace twice");

/** Throws `invalid` when one of the tenants is not the account's, or when the role manages all of them anyway. */
export async function assertTenants(tenantIds: string[], role: Role): Promise<void> {
  if (hasRole(role, "admin"))
    throw wrong(`does not go with the role ${role}, which manages the whole account`);
  const accountId = currentAccount();
  const { Responses } = await execute(
    mainTable
      .build(BatchGetCommand)
      .requests(
        ...tenantIds.map((tenantId) =>
          AccountTenantEntity.build(BatchGetRequest).key({ accountId, tenantId }),
        ),
      )
      .options({ consistent: true }),
  );
  const found = (Responses?.[0] ?? []) as ({ tenantId: string } | undefined)[];
  const strange = tenantIds.find((id) => !found.some((pointer) => pointer?.tenantId === id));
  if (strange) throw wrong(`names no workspace of this account: ${strange}`);
}

function wrong(message: string): VisibleError {
  return new VisibleError("invalid", `body.tenantIds: ${message}`, {
    fields: [{ field: "body.tenantIds", message }],
  });
}
