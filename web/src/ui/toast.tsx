// Short messages about an action that worked or failed. Screen readers read them out.
import clsx from "clsx";
import { CircleAlert, CircleCheck, X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { describeError } from "../api.ts";
import { IconButton } from "./button.tsx";

interface Toast {
  id: number;
  kind: "good" | "bad";
  text: string;
  requestId?: string;
}

const DURATION_MS = { good: 4_000, bad: 8_000 };
let toasts: Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function setToasts(next: Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

const dismiss = (id: number) => setToasts(toasts.filter((toast) => toast.id !== id));

function show(toast: Omit<Toast, "id">): void {
  lastId += 1;
  const id = lastId;
  setToasts([...toasts.slice(-2), { ...toast, id }]);
  setTimeout(() => dismiss(id), DURATION_MS[toast.kind]);
}

export const toastSuccess = (text: string): void => show({ kind: "good", text });

export function toastError(error: unknown): void {
  const { detail, requestId } = describeError(error);
  show({ kind: "bad", text: detail, requestId });
}

export function Toasts() {
  const visible = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <section
      aria-label="Messages"
      // An open dialog hides the page from screen readers, except live regions.
      aria-live="polite"
      data-toasts
      className="pointer-events-none fixed inset-x-0 top-[max(4rem,env(safe-area-inset-top))] z-70 grid justify-items-center gap-2 px-4"
    >
      {visible.map(({ id, kind, text, requestId }) => (
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
