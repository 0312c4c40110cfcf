// What people do to routines that are there.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api.ts";
import { keys } from "../keys.ts";
import type { Routine } from "../queries.ts";
import { toastDone, toastProblem } from "../ui/toast.tsx";

type Known = Pick<Routine, "routineId" | "title">;

/** On or off: shown at once, taken back when it is refused. */
export function useSwitchRoutine(tenantId: string, { routineId }: Known) {
  const client = useQueryClient();
  const key = keys.routines(tenantId);
  const show = (change: Partial<Routine>) =>
    client.setQueryData<Routine[]>(key, (routines) =>
      routines?.map((each) => (each.routineId === routineId ? { ...each, ...change } : each)),
    );
  return useMutation({
    scope: { id: `routine-${routineId}` },
    mutationFn: (enabled: boolean) =>
      ask((api) =>
        api.PATCH("/t/{tenantId}/routines/{routineId}", {
          params: { path: { tenantId, routineId } },
          body: { enabled },
        }),
      ),
    onMutate: async (enabled) => {
      await client.cancelQueries({ queryKey: key });
      show({ enabled });
    },
    onError: (error, enabled) => {
      show({ enabled: !enabled });
      toastProblem(error);
    },
    onSuccess: show,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useTriggerRoutine(tenantId: string, { routineId, title }: Known) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      ask((api) =>
        api.POST("/t/{tenantId}/routines/{routineId}/trigger", { params: { path: { tenantId, routineId } } }),
      ),
    onSuccess: () => toastDone(`“${title}” is in the inbox.`),
    onError: toastProblem,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.routines(tenantId) }),
        client.invalidateQueries({ queryKey: keys.tasks(tenantId) }),
      ]),
  });
}

export function useDeleteRoutine(tenantId: string, { routineId }: Known) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      ask((api) =>
        api.DELETE("/t/{tenantId}/routines/{routineId}", { params: { path: { tenantId, routineId } } }),
      ),
    onSuccess: () =>
      client.setQueryData<Routine[]>(keys.routines(tenantId), (routines) =>
        routines?.filter((each) => each.routineId !== routineId),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.routines(tenantId) }),
  });
}
