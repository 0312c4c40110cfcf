// One task in the cache: it stands in the board's list and, when it was opened, by itself.
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

export function knownTask(client: QueryClient, tenantId: string, taskId: string): Task | undefined {
  return (
    client.getQueryData<Task[]>(keys.tasks(tenantId))?.find((task) => task.taskId === taskId) ??
    client.getQueryData<TaskDetails>(keys.task(tenantId, taskId))
  );
}

/** Stops answers that are under way: they would undo what is shown ahead of the API. */
export async function holdTask(client: QueryClient, tenantId: string, taskId: string): Promise<void> {
  await Promise.all([
    client.cancelQueries({ queryKey: keys.tasks(tenantId) }),
    client.cancelQueries({ queryKey: keys.task(tenantId, taskId) }),
  ]);
}

export function refetchTask(client: QueryClient, tenantId: string, taskId: string): void {
  void client.invalidateQueries({ queryKey: keys.tasks(tenantId) });
  void client.invalidateQueries({ queryKey: keys.task(tenantId, taskId) });
}
