// Where a comment is written; @ offers the squad, Ctrl or Cmd with Enter sends.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { ask, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import type { Agent, Message } from "../queries.ts";
import { AgentFace } from "../ui/avatar.tsx";
import { Composer } from "../ui/composer.tsx";
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
    <Composer
      box={box}
      text={text}
      label="Write a comment"
      placeholder="Comment, or mention an agent with @"
      data-has-popup={isOffering || undefined}
      aria-autocomplete="list"
      aria-controls={isOffering ? listId : undefined}
      aria-activedescendant={isOffering ? `${listId}-${offered[chosen]?.agentId}` : undefined}
      onChange={({ target }) => {
        setText(target.value);
        watch(target);
      }}
      onSelect={({ currentTarget }) => currentTarget.value === text && watch(currentTarget)}
      onBlur={() => setMention(undefined)}
      onKeyDown={onKeyDown}
      sendLabel="Send comment"
      sendHint={`Send (${isApple ? "⌘" : "Ctrl"} Enter)`}
      isSending={send.isPending}
      error={send.error}
      onSend={submit}
    >
      {isOffering && (
        <Suggestions id={listId} agents={offered} chosen={chosen} onChoose={setChosen} onAccept={accept} />
      )}
    </Composer>
  );
}

interface SuggestionsProps {
  /** The list’s id; each option’s id begins with it. */
  id: string;
  agents: Agent[];
  chosen: number;
  onChoose(at: number): void;
  onAccept(agent: Agent): void;
}

function Suggestions({ id, agents, chosen, onChoose, onAccept }: SuggestionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Agents to mention"
      className="absolute bottom-full left-3 mb-1 min-w-56 animate-rise rounded-2xl border border-line bg-card p-1.5 shadow-float sm:left-5"
    >
      {agents.map((agent, at) => (
        <div
          key={agent.agentId}
          id={`${id}-${agent.agentId}`}
          role="option"
          aria-selected={at === chosen}
          tabIndex={-1}
          // A click would take the focus from the box first.
          onMouseDown={(event) => {
            event.preventDefault();
            onAccept(agent);
          }}
          onMouseEnter={() => onChoose(at)}
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
  );
}
