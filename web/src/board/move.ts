// Moves a task: shown at once, taken back with the API's reason when it is refused.
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api.ts";
import { keys } from "../keys.ts";
import type { Task, TaskDetails } from "../queries.ts";
import { toastProblem } from "../ui/toast.tsx";
import type { Status } from "./columns.ts";

function patch(client: QueryClient, tenantId: string, taskId: string, change: Partial<Task>): void {
  client.setQueryData<Task[]>(keys.tasks(tenantId), (tasks) =>
    tasks?.map((task) => (task.taskId === taskId ? { ...task, ...change } : task)),
  );
  client.setQueryData<TaskDetails>(keys.task(tenantId, taskId), (task) => task && { ...task, ...change });
}

function known(client: QueryClient, tenantId: string, taskId: string): Task | undefined {
  return (
    client.getQueryData<Task[]>(keys.tasks(tenantId))?.find((task) => task.taskId === taskId) ??
    client.getQueryData<TaskDetails>(keys.task(tenantId, taskId))
  );
}

export function useMoveTask(tenantId: string) {
  const client = useQueryClient();
  return useMutation({
    // One after the other: each sends the version that the one before made.
    scope: { id: `move-${tenantId}` },
    mutationFn: ({ taskId, status }: { taskId: string; status: Status }) =>
      ask((api) =>
        api.PUT("/t/{tenantId}/tasks/{taskId}/status", {
          params: { path: { tenantId, taskId } },
          body: { status, version: known(client, tenantId, taskId)?.version },
        }),
      ),
    onMutate: async ({ taskId, status }) => {
      await Promise.all([
        client.cancelQueries({ queryKey: keys.tasks(tenantId) }),
        client.cancelQueries({ queryKey: keys.task(tenantId, taskId) }),
      ]);
      const before = known(client, tenantId, taskId)?.status;
      patch(client, tenantId, taskId, { status });
      return { before };
    },
    onError: (error, { taskId }, context) => {
      if (context?.before) patch(client, tenantId, taskId, { status: context.before });
      toastProblem(error);
    },
    onSuccess: (task) => patch(client, tenantId, task.taskId, task),
    onSettled: (_task, _error, { taskId }) => {
      void client.invalidateQueries({ queryKey: keys.tasks(tenantId) });
      void client.invalidateQueries({ queryKey: keys.task(tenantId, taskId) });
    },
  });
}
