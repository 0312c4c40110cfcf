// Where a comment is written; @ offers the squad, Ctrl or Cmd with Enter sends.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { ArrowUp, LoaderCircle } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ask, describe, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import type { Agent, Message } from "../queries.ts";
import { AgentFace } from "../ui/avatar.tsx";
import { useGrowing } from "../ui/growing.ts";
import { RequestId } from "../ui/toast.tsx";
import { handleOf, matching, mentionAt, type OpenMention } from "./mention.ts";

interface Props {
  tenantId: string;
  taskId: string;
  agents: Agent[] | undefined;
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function CommentBox({ tenantId, taskId, agents = [] }: Props) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const [mention, setMention] = useState<OpenMention>();
  const [chosen, setChosen] = useState(0);
  const offered = mention ? matching(agents, mention.typed) : [];
  const isOffering = offered.length > 0;

  const send = useMutation({
    mutationFn: (body: { text: string }) =>
      ask((api) =>
        api.POST("/t/{tenantId}/tasks/{taskId}/comments", {
          params: { path: { tenantId, taskId }, header: { "Idempotency-Key": keyFor(body) } },
          body,
        }),
      ),
    onSuccess: (message) => {
      client.setQueryData<Message[]>(keys.comments(tenantId, taskId), (comments) =>
        comments && !comments.some(({ messageId }) => messageId === message.messageId)
          ? [...comments, message]
          : comments,
      );
      void client.invalidateQueries({ queryKey: keys.comments(tenantId, taskId) });
      setText("");
    },
  });

  useGrowing(box, text);

  function submit() {
    const body = { text: text.trim() };
    if (body.text && !send.isPending) send.mutate(body);
  }

  function watch(element: HTMLTextAreaElement) {
    setMention(mentionAt(element.value, element.selectionStart));
    setChosen(0);
  }

  function accept(agent: Agent) {
    const element = box.current;
    if (!mention || !element) return;
    const before = `${text.slice(0, mention.from)}@${handleOf(agent)} `;
    const after = text.slice(mention.from + 1 + mention.typed.length).replace(/^ /, "");
    // At once: the next key may already be on its way, and the caret must stand before it.
    flushSync(() => {
      setText(before + after);
      setMention(undefined);
    });
    element.focus();
    element.setSelectionRange(before.length, before.length);
  }

  function onKeyDown(event: KeyboardEvent) {
    const agent = offered[chosen];
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      submit();
    } else if (!isOffering || !agent || event.nativeEvent.isComposing) return;
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen((chosen + step + offered.length) % offered.length);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      accept(agent);
    } else if (event.key === "Escape") setMention(undefined);
  }

  return (
    <div className="relative shrink-0 border-t border-line bg-bg px-3 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5 sm:pb-4">
      {isOffering && (
        <div
          id={listId}
          role="listbox"
          aria-label="Agents to mention"
          className="absolute bottom-full left-3 mb-1 min-w-56 animate-rise rounded-2xl border border-line bg-card p-1.5 shadow-float sm:left-5"
        >
          {offered.map((agent, at) => (
            <div
              key={agent.agentId}
              id={`${listId}-${agent.agentId}`}
              role="option"
              aria-selected={at === chosen}
              tabIndex={-1}
              // Before the box loses its focus.
              onMouseDown={(event) => {
                event.preventDefault();
                accept(agent);
              }}
              onMouseEnter={() => setChosen(at)}
              className={clsx(
                "flex cursor-pointer items-center gap-2.5 rounded-lg px-2 py-1.5 text-sm",
                at === chosen && "bg-well",
              )}
            >
              <AgentFace emoji={agent.emoji} size="small" />
              <span className="font-medium">{agent.name}</span>
              <span className="ml-auto text-[13px] text-soft">{agent.role}</span>
            </div>
          ))}
        </div>
      )}
      <div className="flex items-end gap-2 rounded-2xl border border-line bg-card p-1.5 pl-3.5 transition-[border-color,box-shadow] focus-within:border-brand focus-within:shadow-[0_0_0_3px_var(--glow)]">
        <textarea
          ref={box}
          value={text}
          rows={1}
          aria-label="Write a comment"
          data-has-popup={isOffering || undefined}
          aria-autocomplete="list"
          aria-controls={isOffering ? listId : undefined}
          aria-activedescendant={isOffering ? `${listId}-${offered[chosen]?.agentId}` : undefined}
          placeholder="Comment, or ask with @name"
          onChange={({ target }) => {
            setText(target.value);
            watch(target);
          }}
          onSelect={({ currentTarget }) => currentTarget.value === text && watch(currentTarget)}
          onBlur={() => setMention(undefined)}
          onKeyDown={onKeyDown}
          className="min-h-9 flex-1 resize-none scroll-thin bg-transparent py-1.5 text-base leading-6 outline-none placeholder:text-faint sm:text-[15px]"
        />
        <button
          type="button"
          aria-label="Send comment"
          title={`Send (${isApple ? "⌘" : "Ctrl"} Enter)`}
          aria-busy={send.isPending || undefined}
          disabled={!text.trim() || send.isPending}
          onClick={submit}
          className="grid size-9 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-[background-color,opacity] hover:bg-accent-hover disabled:bg-line disabled:text-faint"
        >
          {send.isPending ? (
            <LoaderCircle className="size-4.5 animate-spin" aria-hidden />
          ) : (
            <ArrowUp className="size-4.5" aria-hidden />
          )}
        </button>
      </div>
      {send.error && <SendProblem error={send.error} />}
    </div>
  );
}

/** The text is still in the box: sending again is the way on. */
function SendProblem({ error }: { error: unknown }) {
  const { detail, requestId } = describe(error);
  return (
    <p role="alert" className="px-3.5 pt-2 text-[13px] text-bad">
      Not sent. {detail}
      {requestId && <RequestId id={requestId} />}
    </p>
  );
}
