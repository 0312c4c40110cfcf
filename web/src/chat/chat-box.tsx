// Where a message to an agent is written. Enter sends it on a computer; Shift with Enter starts a new line.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useIdempotencyKey } from "../api.ts";
import { Composer } from "../ui/composer.tsx";
import { useSendMessage } from "./mutations.ts";

interface Props {
  tenantId: string;
  agentId: string;
  name: string | undefined;
}

/** On a phone Enter starts a new line, as in other apps there, and the button sends. */
const hasKeyboard = () => window.matchMedia("(hover: hover) and (pointer: fine)").matches;

export function ChatBox({ tenantId, agentId, name = "the agent" }: Props) {
  const send = useSendMessage({ tenantId, agentId });
  const keyFor = useIdempotencyKey();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  /** Part of the idempotency key: a person may mean to send the same words twice. */
  const [sentCount, setSentCount] = useState(0);
  useEffect(() => {
    if (hasKeyboard()) box.current?.focus();
  }, []);

  function submit() {
    const message = text.trim();
    if (!message || send.isPending) return;
    const onSuccess = () => {
      setText("");
      setSentCount(sentCount + 1);
    };
    send.mutate({ text: message, key: keyFor({ message, sentCount }) }, { onSuccess });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.shiftKey) return;
    if (!hasKeyboard() && !event.metaKey && !event.ctrlKey) return;
    event.preventDefault();
    submit();
  }

  return (
    <Composer
      box={box}
      text={text}
      label={`Write to ${name}`}
      placeholder={`Message ${name}`}
      enterKeyHint={hasKeyboard() ? "send" : "enter"}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={onKeyDown}
      sendLabel="Send"
      isSending={send.isPending}
      error={send.error}
      onSend={submit}
    />
  );
}
