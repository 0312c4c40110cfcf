// What operators can do about runs: hold, release and reap them. A viewer sees no buttons.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Hand, Undo2 } from "lucide-react";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { toastError, toastSuccess } from "../ui/toast.tsx";
import { type OpsRun, operatorQuery } from "./queries.ts";

/** Whether the signed-in operator may do more than read. */
export function useCanAct(): boolean {
  const { data } = useQuery(operatorQuery);
  return data !== undefined && data.role !== "viewer";
}

/** An action with a toast for its result, after which all operators' data is loaded again. */
export function useOperatorAction<T>(action: () => Promise<T>, messageFor: (result: T) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: action,
    onSuccess: (result) => toastSuccess(messageFor(result)),
    onError: toastError,
    onSettled: () => client.invalidateQueries({ queryKey: keys.ops }),
  });
}

export function RunButtons({ run: { tenantId, runId, status, hold: isHoldRequested } }: { run: OpsRun }) {
  const canAct = useCanAct();
  const params = { path: { tenantId, runId } };
  const hold = useOperatorAction(
    () => request((api) => api.POST("/ops/tenants/{tenantId}/runs/{runId}/hold", { params })),
    () => "If the run fails, it stays as it is for up to 72 hours.",
  );
  const release = useOperatorAction(
    () => request((api) => api.POST("/ops/tenants/{tenantId}/runs/{runId}/release", { params })),
    () => (status === "held" ? "Released. The run is being rolled back." : "The run will not be held."),
  );
  if (!canAct) return null;
  if (status === "held" || isHoldRequested)
    return (
      <Button onClick={() => release.mutate()} busy={release.isPending}>
        {!release.isPending && <Undo2 className="size-4" aria-hidden />}
        {status === "held" ? "Release and roll back" : "Do not hold"}
      </Button>
    );
  if (status !== "pending" && status !== "running") return null;
  return (
    <Button onClick={() => hold.mutate()} busy={hold.isPending}>
      {!hold.isPending && <Hand className="size-4" aria-hidden />}
      Hold if it fails
    </Button>
  );
}

export function ReapButton() {
  const canAct = useCanAct();
  const reap = useOperatorAction(
    () => request((api) => api.POST("/ops/reap")),
    ({ released, retried, restarted, drafts, failed }) => {
      const results = [
        [released, "released"],
        [retried, "rolled back again"],
        [restarted, "restarted"],
        [drafts, "expired drafts removed"],
        [failed, "failed (see the log)"],
      ].filter(([count]) => count);
      return results.length > 0 ? results.map((each) => each.join(" ")).join(", ") : "Nothing to reap.";
    },
  );
  if (!canAct) return null;
  return (
    <Button onClick={() => reap.mutate()} busy={reap.isPending}>
      Reap now
    </Button>
  );
}
