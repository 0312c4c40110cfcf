// The box at the bottom of a sheet in which a message is written and sent. It grows with its text.
import { ArrowUp, LoaderCircle } from "lucide-react";
import { type ComponentProps, type ReactNode, type RefObject, useLayoutEffect } from "react";
import { describeError } from "../api.ts";
import { RequestId } from "./toast.tsx";

interface Props extends Omit<ComponentProps<"textarea">, "ref" | "value"> {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  /** The name of the box for screen readers. */
  label: string;
  sendLabel: string;
  /** Shown when the pointer rests on the button. */
  sendHint?: string;
  isSending: boolean;
  /** Why the last attempt failed. The text is still in the box. */
  error: unknown;
  onSend(): void;
  /** Pops up above the box. */
  children?: ReactNode;
}

const MAX_HEIGHT_PX = 200;

export function Composer({
  box,
  text,
  label,
  sendLabel,
  sendHint,
  isSending,
  error,
  onSend,
  children,
  ...textarea
}: Props) {
  useAutoGrow(box, text);
  return (
    <div className="relative shrink-0 border-t border-line bg-bg px-3 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-5 sm:pb-4">
      {children}
      <div className="flex items-end gap-2 rounded-2xl border border-line bg-card p-1.5 pl-3.5 transition-[border-color,box-shadow] focus-within:border-brand focus-within:shadow-[0_0_0_3px_var(--glow)]">
        <textarea
          {...textarea}
          ref={box}
          value={text}
          rows={1}
          aria-label={label}
          className="min-h-9 flex-1 resize-none scroll-thin bg-transparent py-1.5 text-base leading-6 outline-none placeholder:text-faint sm:text-[15px]"
        />
        <button
          type="button"
          aria-label={sendLabel}
          title={sendHint}
          aria-busy={isSending || undefined}
          disabled={!text.trim() || isSending}
          onClick={onSend}
          className="grid size-9 shrink-0 place-items-center rounded-xl bg-accent text-on-accent transition-[background-color,opacity] hover:bg-accent-hover disabled:bg-line disabled:text-faint"
        >
          {isSending ? (
            <LoaderCircle className="size-4.5 animate-spin" aria-hidden />
          ) : (
            <ArrowUp className="size-4.5" aria-hidden />
          )}
        </button>
      </div>
      {!!error && <NotSent error={error} />}
    </div>
  );
}

function NotSent({ error }: { error: unknown }) {
  const { detail, requestId } = describeError(error);
  return (
    <p role="alert" className="px-3.5 pt-2 text-[13px] text-bad">
      Not sent. {detail}
      {requestId && <RequestId id={requestId} />}
    </p>
  );
}

function useAutoGrow(box: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, MAX_HEIGHT_PX)}px`;
  }, [box, text]);
}
