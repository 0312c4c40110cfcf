// The list of backups of a workspace's squadhub. They cannot be downloaded, because they hold log-ins.
import * as z from "zod";
import * as Backup from "../../core/backup/index.ts";
import { pageOf, pageQuery } from "../../core/table/index.ts";
import { idOf } from "../../core/util/id.ts";
import { route } from "../http/route.ts";
import { serve } from "../http/serve.ts";

const inTenant = z.object({ tenantId: idOf("tenant") });

export const routes = [
  route({
    method: "GET",
    path: "/t/{tenantId}/backups",
    operationId: "listBackups",
    summary: "List the backups of the squadhub's files, newest first; the newest five are kept",
    access: { kind: "tenant", role: "admin", machine: false },
    params: inTenant,
    query: pageQuery,
    output: pageOf(Backup.backup),
    handler: ({ query }) => Backup.list(query),
  }),
];

export const handler = serve(routes);
