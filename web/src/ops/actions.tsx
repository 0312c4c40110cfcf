// What operators do to runs: hold, release, reap, ring dead doorbells again. Whoever only looks sees no buttons.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Hand, Undo2 } from "lucide-react";
import { ask } from "../api.ts";
import { keys } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { toastDone, toastProblem } from "../ui/toast.tsx";
import { type OpsRun, operatorQuery } from "./queries.ts";

/** Whether the signed-in operator may do more than look. */
export function useMayAct(): boolean {
  const { data } = useQuery(operatorQuery);
  return data !== undefined && data.role !== "viewer";
}

/** Does something once, tells how it went, and looks again at all that operators see. */
export function useDeed<T>(deed: () => Promise<T>, told: (done: T) => string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: (done) => toastDone(told(done)),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.ops }),
  });
}

export function RunButtons({ run: { tenantId, runId, status, hold } }: { run: OpsRun }) {
  const mayAct = useMayAct();
  const params = { path: { tenantId, runId } };
  const holding = useDeed(
    () => ask((api) => api.POST("/ops/tenants/{tenantId}/runs/{runId}/hold", { params })),
    () => "Should it fail, it is kept as it is for up to 72 hours.",
  );
  const releasing = useDeed(
    () => ask((api) => api.POST("/ops/tenants/{tenantId}/runs/{runId}/release", { params })),
    () => (status === "held" ? "Released: it is being undone." : "It is not held any more."),
  );
  if (!mayAct) return null;
  if (status === "held" || hold)
    return (
      <Button onClick={() => releasing.mutate()} busy={releasing.isPending}>
        {!releasing.isPending && <Undo2 className="size-4" aria-hidden />}
        {status === "held" ? "Release and undo" : "Do not hold"}
      </Button>
    );
  if (status !== "pending" && status !== "running") return null;
  return (
    <Button onClick={() => holding.mutate()} busy={holding.isPending}>
      {!holding.isPending && <Hand className="size-4" aria-hidden />}
      Hold if it fails
    </Button>
  );
}

export function ReapButton() {
  const mayAct = useMayAct();
  const reaping = useDeed(
    () => ask((api) => api.POST("/ops/reap")),
    ({ released, retried, restarted, drafts, failed }) => {
      const done = [
        [released, "released"],
        [retried, "tried again"],
        [restarted, "started again"],
        [drafts, "old drafts removed"],
        [failed, "could not be dealt with: the log says why"],
      ].filter(([count]) => count);
      return done.length > 0 ? done.map((each) => each.join(" ")).join(", ") : "There was nothing to finish.";
    },
  );
  if (!mayAct) return null;
  return (
    <Button onClick={() => reaping.mutate()} busy={reaping.isPending}>
      Reap now
    </Button>
  );
}
