// The form for a new task.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { fieldError, request, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import type { Agent, Task } from "../queries.ts";
import { AgentAvatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FieldGroup } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { priorityOptions } from "./priority.tsx";
import { DescriptionField, TitleField } from "./task-fields.tsx";

interface Props {
  tenantId: string;
  agents: Agent[];
  open: boolean;
  onClose(): void;
}

export function NewTask({ open, onClose, ...rest }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="New task">
      <Form {...rest} onDone={onClose} />
    </Dialog>
  );
}

// One form: its state and its fields belong together.
function Form({ tenantId, agents, onDone }: Pick<Props, "tenantId" | "agents"> & { onDone(): void }) {
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState("");
  const [priority, setPriority] = useState<Task["priority"]>("normal");
  const [assignees, setAssignees] = useState<string[]>([]);
  const [isTitleMissing, setTitleMissing] = useState(false);

  const create = useCreateTask(tenantId);
  const isShownAbove = ["title", "description"].some((field) => fieldError(create.error, field));

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (create.isPending) return;
    if (title.trim()) create.mutate({ title, description, priority, assignees }, { onSuccess: onDone });
    else setTitleMissing(true);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) onSubmit(event);
  }

  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate className="mt-4 grid gap-3">
      <TitleField
        value={title}
        onChange={(next) => {
          setTitle(next);
          setTitleMissing(false);
        }}
        error={fieldError(create.error, "title") ?? (isTitleMissing ? "Enter a title." : undefined)}
        placeholder="What should be done?"
      />
      <DescriptionField
        value={description}
        onChange={setDescription}
        error={fieldError(create.error, "description")}
      />
      <AssigneeChoice agents={agents} chosen={assignees} onChange={setAssignees} />
      <FieldGroup legend="Priority">
        <Segmented<Task["priority"]>
          name="priority"
          options={priorityOptions}
          value={priority}
          onChange={setPriority}
        />
      </FieldGroup>
      {!isShownAbove && <FormProblem error={create.error} />}
      <div className="mt-2 flex items-center justify-end gap-3">
        <Button
          type="submit"
          kind="primary"
          busy={create.isPending}
          className="max-sm:min-h-12 max-sm:flex-1"
        >
          Create task
        </Button>
      </div>
    </form>
  );
}

interface NewTaskInput {
  title: string;
  description: string;
  priority: Task["priority"];
  assignees: string[];
}

function useCreateTask(tenantId: string) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  return useMutation({
    mutationFn: ({ title, description, ...rest }: NewTaskInput) => {
      const body = { ...rest, title: title.trim(), description: description.trim() || undefined };
      return request((api) =>
        api.POST("/t/{tenantId}/tasks", {
          params: { path: { tenantId }, header: { "Idempotency-Key": keyFor(body) } },
          body,
        }),
      );
    },
    onSuccess: (task) => {
      client.setQueryData<Task[]>(keys.tasks(tenantId), (tasks) =>
        tasks && !tasks.some(({ taskId }) => taskId === task.taskId) ? [...tasks, task] : tasks,
      );
      void client.invalidateQueries({ queryKey: keys.tasks(tenantId) });
    },
  });
}

interface AssigneeProps {
  agents: Agent[];
  chosen: string[];
  onChange(agentIds: string[]): void;
}

function AssigneeChoice({ agents, chosen, onChange }: AssigneeProps) {
  const toggle = (agentId: string) =>
    onChange(chosen.includes(agentId) ? chosen.filter((each) => each !== agentId) : [...chosen, agentId]);
  return (
    <FieldGroup legend="Assign to">
      <div className="flex flex-wrap gap-2">
        {agents.map(({ agentId, name, emoji, role }) => (
          <button
            key={agentId}
            type="button"
            aria-pressed={chosen.includes(agentId)}
            title={role}
            onClick={() => toggle(agentId)}
            className={clsx(
              "flex min-h-10 items-center gap-2 rounded-full border py-1 pr-3.5 pl-1.5 text-sm font-medium transition-colors",
              chosen.includes(agentId) ? "border-brand bg-tint" : "border-line hover:border-strong-line",
            )}
          >
            <AgentAvatar emoji={emoji} size="small" />
            {name}
          </button>
        ))}
      </div>
    </FieldGroup>
  );
}
