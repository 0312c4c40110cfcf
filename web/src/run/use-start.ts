// Starts a workflow for a workspace, then opens the page that shows its progress.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { workflows } from "../../../client/workflows.gen.ts";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import type { Run, Tenant } from "../queries.ts";

type Path = NonNullable<(typeof workflows)[Run["workflow"]]["path"]>;
/** A request that starts a workflow. A restore needs a backup's id. */
export type Start = Exclude<Path, "restore"> | { restore: string };

/** Whether the person can start it now. The API decides; a page only hides what it would refuse. */
export const canStart = (tenant: Tenant | undefined, path: Path): boolean =>
  tenant?.startable.some((name) => workflows[name].path === path) ?? false;

/** The request that repeats a failed run. A restore has none: it begins with the choice of a backup. */
export function retryOf(workflow: Run["workflow"]): Exclude<Start, object> | undefined {
  const { path } = workflows[workflows[workflow].retryWith];
  return path === "restore" ? undefined : path;
}

/** `replace`: the browser's back button skips the page that started it. */
export function useStart(tenantId: string, { replace = false } = {}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (start: Start) =>
      request((api) => {
        const params = { path: { tenantId } };
        return typeof start === "string"
          ? api.POST(`/t/{tenantId}/${start}`, { params })
          : api.POST("/t/{tenantId}/restore", { params, body: { backupId: start.restore } });
      }),
    onSuccess: (run) => {
      client.setQueryData(keys.run(tenantId, run.runId), run);
      void client.invalidateQueries({ queryKey: keys.tenant(tenantId) });
      return navigate({ to: "/w/$tenantId/run/$runId", params: { tenantId, runId: run.runId }, replace });
    },
  });
}
