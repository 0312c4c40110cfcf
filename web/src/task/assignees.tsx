// The agents that work on a task, with a menu to change them.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { request } from "../api.ts";
import type { Agent } from "../queries.ts";
import { AgentAvatar } from "../ui/avatar.tsx";
import { Menu, MenuCheckItem, MenuLabel } from "../ui/menu.tsx";
import { toastError } from "../ui/toast.tsx";
import { cachedTask, cancelTaskQueries, invalidateTask, patchTask } from "./cache.ts";

interface Props {
  tenantId: string;
  taskId: string;
  assignees: string[];
  agents: Agent[] | undefined;
  canWrite: boolean;
}

export function Assignees({ tenantId, taskId, assignees, agents = [], canWrite }: Props) {
  const assign = useAssign(tenantId, taskId);
  return (
    <>
      <ul aria-label="Assigned to" className="flex flex-wrap gap-2 empty:hidden">
        {assignees.map((id) => {
          const agent = agents.find(({ agentId }) => agentId === id);
          return (
            <li
              key={id}
              className="flex min-h-9 items-center gap-2 rounded-full border border-line bg-card pr-3 pl-1 text-sm font-medium"
            >
              <AgentAvatar emoji={agent?.emoji ?? "🤖"} size="small" />
              {agent?.name ?? id}
            </li>
          );
        })}
      </ul>
      {canWrite && agents.length > 0 && (
        <Menu
          label="Assign to"
          align="start"
          trigger={
            <button
              type="button"
              className="flex min-h-9 items-center gap-2 rounded-full border border-dashed border-strong-line px-3 text-sm font-medium text-soft hover:border-soft hover:text-ink"
            >
              <UserPlus className="size-4" aria-hidden />
              Assign
            </button>
          }
        >
          <MenuLabel>Assign to</MenuLabel>
          {agents.map(({ agentId, name, emoji }) => (
            <MenuCheckItem
              key={agentId}
              checked={assignees.includes(agentId)}
              onCheckedChange={(isAssigned) => assign.mutate({ agentId, isAssigned })}
            >
              <AgentAvatar emoji={emoji} size="small" />
              {name}
            </MenuCheckItem>
          ))}
        </Menu>
      )}
    </>
  );
}

function useAssign(tenantId: string, taskId: string) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `assign-${taskId}` },
    mutationFn: ({ agentId, isAssigned }: { agentId: string; isAssigned: boolean }) =>
      request((api) =>
        api.PATCH("/t/{tenantId}/tasks/{taskId}/assignees", {
          params: { path: { tenantId, taskId } },
          body: isAssigned ? { add: [agentId] } : { remove: [agentId] },
        }),
      ),
    onMutate: async ({ agentId, isAssigned }) => {
      await cancelTaskQueries(client, tenantId, taskId);
      const before = cachedTask(client, tenantId, taskId)?.assignees ?? [];
      const others = before.filter((each) => each !== agentId);
      patchTask(client, tenantId, taskId, { assignees: isAssigned ? [...others, agentId] : others });
      return { before };
    },
    onError: (error, _change, context) => {
      if (context) patchTask(client, tenantId, taskId, { assignees: context.before });
      toastError(error);
    },
    onSuccess: (task) => patchTask(client, tenantId, taskId, task),
    onSettled: () => invalidateTask(client, tenantId, taskId),
  });
}
