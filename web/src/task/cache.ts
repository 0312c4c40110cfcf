// One task in the cache. It stands in the board's list and, once opened, also by itself.
import type { QueryClient } from "@tanstack/react-query";
import { keys } from "../keys.ts";
import type { Task, TaskDetails } from "../queries.ts";

export function patchTask(
  client: QueryClient,
  tenantId: string,
  taskId: string,
  change: Partial<Task>,
): void {
  client.setQueryData<Task[]>(keys.tasks(tenantId), (tasks) =>
    tasks?.map((task) => (task.taskId === taskId ? { ...task, ...change } : task)),
  );
  client.setQueryData<TaskDetails>(keys.task(tenantId, taskId), (task) => task && { ...task, ...change });
}

export function cachedTask(client: QueryClient, tenantId: string, taskId: string): Task | undefined {
  return (
    client.getQueryData<Task[]>(keys.tasks(tenantId))?.find((task) => task.taskId === taskId) ??
    client.getQueryData<TaskDetails>(keys.task(tenantId, taskId))
  );
}

/** Cancels requests in flight, whose answers would overwrite an optimistic change. */
export async function cancelTaskQueries(
  client: QueryClient,
  tenantId: string,
  taskId: string,
): Promise<void> {
  await Promise.all([
    client.cancelQueries({ queryKey: keys.tasks(tenantId) }),
    client.cancelQueries({ queryKey: keys.task(tenantId, taskId) }),
  ]);
}

export function invalidateTask(client: QueryClient, tenantId: string, taskId: string): void {
  void client.invalidateQueries({ queryKey: keys.tasks(tenantId) });
  void client.invalidateQueries({ queryKey: keys.task(tenantId, taskId) });
}
