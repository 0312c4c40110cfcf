// Moves a task: shown at once, taken back with the API's reason when it is refused.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask } from "../api.ts";
import { holdTask, knownTask, patchTask, refetchTask } from "../task/cache.ts";
import { toastProblem } from "../ui/toast.tsx";
import type { Status } from "./columns.ts";

export function useMoveTask(tenantId: string) {
  const client = useQueryClient();
  return useMutation({
    // One after the other: each sends the version that the one before made.
    scope: { id: `move-${tenantId}` },
    mutationFn: ({ taskId, status }: { taskId: string; status: Status }) =>
      ask((api) =>
        api.PUT("/t/{tenantId}/tasks/{taskId}/status", {
          params: { path: { tenantId, taskId } },
          body: { status, version: knownTask(client, tenantId, taskId)?.version },
        }),
      ),
    onMutate: async ({ taskId, status }) => {
      await holdTask(client, tenantId, taskId);
      const before = knownTask(client, tenantId, taskId)?.status;
      patchTask(client, tenantId, taskId, { status });
      return { before };
    },
    onError: (error, { taskId }, context) => {
      if (context?.before) patchTask(client, tenantId, taskId, { status: context.before });
      toastProblem(error);
    },
    onSuccess: (task) => patchTask(client, tenantId, task.taskId, task),
    onSettled: (_task, _error, { taskId }) => refetchTask(client, tenantId, taskId),
  });
}
