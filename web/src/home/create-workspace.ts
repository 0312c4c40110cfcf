// Creates a workspace, then opens the page on which its setup can be followed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { request, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";

interface NewTenant {
  accountId: string;
  name: string;
  goal: string;
  leadName: string;
  timezone: string;
  /** Only reserves the name. */
  draft: boolean;
}

export function useCreateWorkspace() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: ({ accountId, goal, leadName, ...rest }: NewTenant) => {
      const body = { ...rest, goal: goal.trim() || undefined, leadName: leadName.trim() || undefined };
      return request((api) =>
        api.POST("/accounts/{accountId}/tenants", {
          params: { path: { accountId }, header: { "Idempotency-Key": keyFor({ accountId, body }) } },
          body,
        }),
      );
    },
    onSuccess: ({ tenant, run }) => {
      const { tenantId } = tenant;
      client.setQueryData(keys.tenant(tenantId), tenant);
      void client.invalidateQueries({ queryKey: keys.tenants });
      void client.invalidateQueries({ queryKey: keys.me });
      // A draft has no run.
      if (!run) return navigate({ to: "/w/$tenantId", params: { tenantId } });
      client.setQueryData(keys.run(tenantId, run.runId), run);
      return navigate({ to: "/w/$tenantId/run/$runId", params: { tenantId, runId: run.runId } });
    },
  });
}
