// The decision on a task in review: approve it, or request changes.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Undo2 } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { cachedTask, invalidateTask, patchTask } from "./cache.ts";

interface Props {
  tenantId: string;
  taskId: string;
}

export function Review({ tenantId, taskId }: Props) {
  const client = useQueryClient();
  const [isRequestingChanges, setRequestingChanges] = useState(false);
  const approve = useMutation({
    mutationFn: () =>
      request((api) =>
        api.POST("/t/{tenantId}/tasks/{taskId}/approve", {
          params: { path: { tenantId, taskId } },
          body: { version: cachedTask(client, tenantId, taskId)?.version },
        }),
      ),
    onSuccess: (task) => patchTask(client, tenantId, taskId, task),
    onSettled: () => invalidateTask(client, tenantId, taskId),
  });
  return (
    <section aria-label="Review" className="mt-6 grid gap-3 rounded-2xl border border-violet/35 bg-card p-3">
      <div className="flex flex-wrap items-center gap-2 pl-1">
        <p className="mr-auto text-sm font-medium">This task is waiting for your review.</p>
        {!isRequestingChanges && (
          <Button kind="quiet" onClick={() => setRequestingChanges(true)}>
            <Undo2 className="size-4" aria-hidden />
            Request changes
          </Button>
        )}
        <Button kind="primary" onClick={() => approve.mutate()} busy={approve.isPending}>
          {!approve.isPending && <Check className="size-4" aria-hidden />}
          Approve
        </Button>
      </div>
      <FormProblem error={approve.error} />
      {isRequestingChanges && (
        <Changes tenantId={tenantId} taskId={taskId} onCancel={() => setRequestingChanges(false)} />
      )}
    </section>
  );
}

function Changes({ tenantId, taskId, onCancel }: Props & { onCancel(): void }) {
  const client = useQueryClient();
  const [feedback, setFeedback] = useState("");
  const send = useMutation({
    mutationFn: () =>
      request((api) =>
        api.POST("/t/{tenantId}/tasks/{taskId}/request-changes", {
          params: { path: { tenantId, taskId } },
          body: { feedback: feedback.trim(), version: cachedTask(client, tenantId, taskId)?.version },
        }),
      ),
    onSuccess: (task) => {
      patchTask(client, tenantId, taskId, task);
      void client.invalidateQueries({ queryKey: keys.comments(tenantId, taskId) });
    },
    onSettled: () => invalidateTask(client, tenantId, taskId),
  });

  function onSubmit(event: FormEvent | KeyboardEvent) {
    event.preventDefault();
    if (feedback.trim() && !send.isPending) send.mutate();
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-2 px-1 pb-1">
      <Field label="What should change?" hint="The assigned agents are notified at once.">
        {(attributes) => (
          <textarea
            {...attributes}
            value={feedback}
            onChange={({ target }) => setFeedback(target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) onSubmit(event);
            }}
            rows={3}
            // biome-ignore lint/a11y/noAutofocus: the form was opened to type this
            autoFocus
          />
        )}
      </Field>
      <FormProblem error={send.error} />
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" disabled={!feedback.trim()} busy={send.isPending}>
          Request changes
        </Button>
      </div>
    </form>
  );
}
