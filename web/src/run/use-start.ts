// Starts a workflow for a workspace, then opens the page that shows its progress.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import type { Run } from "../queries.ts";

/** A workflow to start. The API picks between the two kinds of backup; a restore needs a backup's id. */
export type Start = Exclude<Run["workflow"], "backupAtRest" | "restore"> | { restore: string };

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
