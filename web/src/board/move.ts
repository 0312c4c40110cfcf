// Moves a task. The card moves at once, and moves back when the API refuses.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "../api.ts";
import { cachedTask, cancelTaskQueries, invalidateTask, patchTask } from "../task/cache.ts";
import { toastError } from "../ui/toast.tsx";
import type { Status } from "./columns.ts";

export function useMoveTask(tenantId: string) {
  const client = useQueryClient();
  return useMutation({
    // Moves run one after the other: each sends the version that the one before created.
    scope: { id: `move-${tenantId}` },
    mutationFn: ({ taskId, status }: { taskId: string; status: Status }) =>
      request((api) =>
        api.PUT("/t/{tenantId}/tasks/{taskId}/status", {
          params: { path: { tenantId, taskId } },
          body: { status, version: cachedTask(client, tenantId, taskId)?.version },
        }),
      ),
    onMutate: async ({ taskId, status }) => {
      await cancelTaskQueries(client, tenantId, taskId);
      const before = cachedTask(client, tenantId, taskId)?.status;
      patchTask(client, tenantId, taskId, { status });
      return { before };
    },
    onError: (error, { taskId }, context) => {
      if (context?.before) patchTask(client, tenantId, taskId, { status: context.before });
      toastError(error);
    },
    onSuccess: (task) => patchTask(client, tenantId, task.taskId, task),
    onSettled: (_task, _error, { taskId }) => invalidateTask(client, tenantId, taskId),
  });
}
