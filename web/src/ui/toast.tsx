// Short words about something that just failed or worked, read out to those who cannot see them.
import clsx from "clsx";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { describe } from "../api.ts";
import { IconButton } from "./button.tsx";

interface Toast {
  id: number;
  kind: "good" | "bad";
  text: string;
  requestId?: string;
}

const SHOWN_MS = { good: 4_000, bad: 8_000 };
let toasts: Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function become(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const dismiss = (id: number) => become(toasts.filter((toast) => toast.id !== id));

function show(toast: Omit<Toast, "id">): void {
  lastId += 1;
  const id = lastId;
  become([...toasts.slice(-2), { ...toast, id }]);
  setTimeout(() => dismiss(id), SHOWN_MS[toast.kind]);
}

export const toastDone = (text: string): void => show({ kind: "good", text });

export function toastProblem(error: unknown): void {
  const { detail, requestId } = describe(error);
  show({ kind: "bad", text: detail, requestId });
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <section
      aria-label="Messages"
      // An open dialog hides all else from screen readers, but not what is live.
      aria-live="polite"
      data-toasts
      className="pointer-events-none fixed inset-x-0 top-[max(4rem,env(safe-area-inset-top))] z-70 grid justify-items-center gap-2 px-4"
    >
      {shown.map(({ id, kind, text, requestId }) => (
        <div
          key={id}
          role={kind === "bad" ? "alert" : "status"}
          className="pointer-events-auto flex w-full max-w-md animate-rise items-start gap-3 rounded-2xl border border-line bg-card py-2.5 pr-1.5 pl-4 text-sm shadow-float"
        >
          {kind === "bad" ? (
            <CircleAlert className="mt-2 size-4.5 shrink-0 text-bad" aria-hidden />
          ) : (
            <CircleCheck className="mt-2 size-4.5 shrink-0 text-good" aria-hidden />
          )}
          <p className={clsx("min-w-0 flex-1 py-1.5 wrap-anywhere")}>
            {text}
            {requestId && <RequestId id={requestId} />}
          </p>
          <IconButton label="Dismiss" onClick={() => dismiss(id)} className="size-9">
            <X className="size-4" />
          </IconButton>
        </div>
      ))}
    </section>
  );
}

export function RequestId({ id }: { id: string }) {
  return <span className="mt-0.5 block font-mono text-[11px] text-faint">Request {id}</span>;
}
