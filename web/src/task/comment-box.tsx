// Where a comment is written. @ suggests agents; Ctrl or Cmd with Enter sends.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { request, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import type { Agent, Message } from "../queries.ts";
import { Composer } from "../ui/composer.tsx";
import { useMentionSuggestions } from "./mention-suggestions.tsx";

interface Props {
  tenantId: string;
  taskId: string;
  agents: Agent[] | undefined;
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function CommentBox({ tenantId, taskId, agents = [] }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const send = useSendComment(tenantId, taskId);
  const mentions = useMentionSuggestions({ box, agents, text, setText });

  function submit() {
    if (text.trim() && !send.isPending) send.mutate(text.trim(), { onSuccess: () => setText("") });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      submit();
    } else mentions.onKeyDown(event);
  }

  return (
    <Composer
      {...mentions.attributes}
      box={box}
      text={text}
      label="Write a comment"
      placeholder="Comment, or mention with @"
      onChange={({ target }) => {
        setText(target.value);
        mentions.update(target);
      }}
      onSelect={({ currentTarget }) => currentTarget.value === text && mentions.update(currentTarget)}
      onBlur={mentions.close}
      onKeyDown={onKeyDown}
      sendLabel="Send comment"
      sendHint={`Send (${isApple ? "⌘" : "Ctrl"} Enter)`}
      isSending={send.isPending}
      error={send.error}
      onSend={submit}
    >
      {mentions.list}
    </Composer>
  );
}

function useSendComment(tenantId: string, taskId: string) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  /** Part of the idempotency key: a person may mean to send the same words twice. */
  const sentCount = useRef(0);
  return useMutation({
    mutationFn: (text: string) =>
      request((api) =>
        api.POST("/t/{tenantId}/tasks/{taskId}/comments", {
          params: {
            path: { tenantId, taskId },
            header: { "Idempotency-Key": keyFor({ text, sentCount: sentCount.current }) },
          },
          body: { text },
        }),
      ),
    onSuccess: (message) => {
      sentCount.current += 1;
      client.setQueryData<Message[]>(keys.comments(tenantId, taskId), (comments) =>
        comments && !comments.some(({ messageId }) => messageId === message.messageId)
          ? [...comments, message]
          : comments,
      );
      void client.invalidateQueries({ queryKey: keys.comments(tenantId, taskId) });
    },
  });
}
