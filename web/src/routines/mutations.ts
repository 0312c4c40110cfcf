// Creating, changing and deleting routines.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import type { Routine } from "../queries.ts";
import { toastError, toastSuccess } from "../ui/toast.tsx";
import type { Color } from "./colors.ts";

type RoutineRef = Pick<Routine, "routineId" | "title">;

type RoutineInput = Pick<Routine, "title" | "description" | "priority" | "schedule"> & { color: Color };

/** Creates a routine, or changes `routine` when there is one. */
export function useSaveRoutine(tenantId: string, routine: Routine | undefined) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: RoutineInput) =>
      request((api) =>
        routine
          ? api.PATCH("/t/{tenantId}/routines/{routineId}", {
              params: { path: { tenantId, routineId: routine.routineId } },
              body: { ...body, version: routine.version },
            })
          : api.POST("/t/{tenantId}/routines", {
              params: { path: { tenantId }, header: { "Idempotency-Key": keyFor(body) } },
              body,
            }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.routines(tenantId) }),
  });
}

/** Switches a routine on or off. The switch moves at once, and back when the API refuses. */
export function useSwitchRoutine(tenantId: string, { routineId }: RoutineRef) {
  const client = useQueryClient();
  const key = keys.routines(tenantId);
  const patch = (change: Partial<Routine>) =>
    client.setQueryData<Routine[]>(key, (routines) =>
      routines?.map((each) => (each.routineId === routineId ? { ...each, ...change } : each)),
    );
  return useMutation({
    scope: { id: `routine-${routineId}` },
    mutationFn: (enabled: boolean) =>
      request((api) =>
        api.PATCH("/t/{tenantId}/routines/{routineId}", {
          params: { path: { tenantId, routineId } },
          body: { enabled },
        }),
      ),
    onMutate: async (enabled) => {
      await client.cancelQueries({ queryKey: key });
      patch({ enabled });
    },
    onError: (error, enabled) => {
      patch({ enabled: !enabled });
      toastError(error);
    },
    onSuccess: patch,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

export function useTriggerRoutine(tenantId: string, { routineId, title }: RoutineRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request((api) =>
        api.POST("/t/{tenantId}/routines/{routineId}/trigger", { params: { path: { tenantId, routineId } } }),
      ),
    onSuccess: () => toastSuccess(`Created the task “${title}” in the inbox.`),
    onError: toastError,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.routines(tenantId) }),
        client.invalidateQueries({ queryKey: keys.tasks(tenantId) }),
      ]),
  });
}

export function useDeleteRoutine(tenantId: string, { routineId }: RoutineRef) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request((api) =>
        api.DELETE("/t/{tenantId}/routines/{routineId}", { params: { path: { tenantId, routineId } } }),
      ),
    onSuccess: () =>
      client.setQueryData<Routine[]>(keys.routines(tenantId), (routines) =>
        routines?.filter((each) => each.routineId !== routineId),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.routines(tenantId) }),
  });
}
