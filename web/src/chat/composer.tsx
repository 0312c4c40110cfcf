// Where a message to an agent is written. Enter sends where there is a keyboard, Shift with Enter begins a line.
import { ArrowUp, LoaderCircle } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useIdempotencyKey } from "../api.ts";
import { useGrowing } from "../ui/growing.ts";
import { FormProblem } from "../ui/problem.tsx";
import { useAsk } from "./verbs.ts";

interface Props {
  tenantId: string;
  agentId: string;
  name: string | undefined;
}

/** On a phone Enter begins a line, as in every app there; the button sends. */
const hasKeyboard = () => window.matchMedia("(hover: hover) and (pointer: fine)").matches;

export function Composer({ tenantId, agentId, name = "the agent" }: Props) {
  const send = useAsk({ tenantId, agentId });
  const keyFor = useIdempotencyKey();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  /** The same words may be meant twice. */
  const [sent, setSent] = useState(0);
  useGrowing(box, text);
  useEffect(() => {
    if (hasKeyboard()) box.current?.focus();
  }, []);

  function submit() {
    const asked = text.trim();
    if (!asked || send.isPending) return;
    const onSuccess = () => {
      setText("");
      setSent(sent + 1);
    };
    send.mutate({ text: asked, key: keyFor({ asked, sent }) }, { onSuccess });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.shiftKey) return;
    if (!hasKeyboard() && !event.metaKey && !event.ctrlKey) return;
    event.preventDefault();
    submit();
  }

  return (
    <div className="grid shrink-0 gap-2 border-t border-line bg-bg px-3 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5 sm:pb-4">
      <FormProblem error={send.error} />
      <div className="flex items-end gap-2 rounded-2xl border border-line bg-card p-1.5 pl-3.5 transition-[border-color,box-shadow] focus-within:border-brand focus-within:shadow-[0_0_0_3px_var(--glow)]">
        <textarea
          ref={box}
          value={text}
          rows={1}
          aria-label={`Write to ${name}`}
          placeholder={`Ask ${name}`}
          enterKeyHint={hasKeyboard() ? "send" : "enter"}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={onKeyDown}
          className="min-h-9 flex-1 resize-none scroll-thin bg-transparent py-1.5 text-base leading-6 outline-none placeholder:text-faint sm:text-[15px]"
        />
        <button
          type="button"
          aria-label="Send"
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
    </div>
  );
}
