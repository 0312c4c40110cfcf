// Backups of a workspace's squadhub: create, list and restore them. They cannot be downloaded, since they hold log-ins.
import * as z from "zod";
import * as Backup from "../../core/backup/index.ts";
import * as Lifecycle from "../../core/lifecycle/index.ts";
import * as Run from "../../core/run/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import * as Tenant from "../../core/tenant/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });
const access = { kind: "tenant", role: "admin", machine: false } as const;

export const routes = [
  route({
    method: "POST",
    path: "/t/{tenantId}/backup",
    operationId: "backUpTenant",
    summary: "Back up the squadhub's files; a running squadhub is stopped for it and started again",
    access,
    params: inTenant,
    output: Run.run,
    status: 202,
    rate: "expensive",
    errors: ["conflict"],
    async handler({ params: { tenantId } }) {
      const status = (await Tenant.find(tenantId))?.status;
      const isAtRest = Lifecycle.startable.backupAtRest.from.some((each) => each === status);
      return Lifecycle.start(isAtRest ? "backupAtRest" : "backup");
    },
  }),
  route({
    method: "GET",
    path: "/t/{tenantId}/backups",
    operationId: "listBackups",
    summary: "List the backups of the squadhub's files, newest first; the newest five are kept",
    access,
    params: inTenant,
    query: pageQuery,
    output: pageOf(Backup.backup),
    handler: ({ query }) => Backup.list(query),
  }),
  route({
    method: "POST",
    path: "/t/{tenantId}/restore",
    operationId: "restoreTenant",
    summary: "Restore the squadhub's files from a backup, and give its gateway new keys",
    description:
      "The current files are backed up first. If the squadhub does not start with the restored files, the current ones come back automatically. The board does not change.",
    access,
    params: inTenant,
    body: z.strictObject({ backupId: idOf("backup") }),
    output: Run.run,
    status: 202,
    rate: "expensive",
    errors: ["conflict", "not_found"],
    handler: ({ body }) => Lifecycle.start("restore", body),
  }),
];

export const handler = serve(routes);
