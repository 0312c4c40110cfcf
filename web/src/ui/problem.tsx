// An error as text, with ways to continue.
import { CircleAlert, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { describeError } from "../api.ts";
import { Button } from "./button.tsx";
import { RequestId } from "./toast.tsx";

interface Props {
  error: unknown;
  onRetry?(): void;
  busy?: boolean;
  /** Further buttons. */
  children?: ReactNode;
}

export function Problem({ error, onRetry, busy, children }: Props) {
  const { detail, requestId } = describeError(error);
  return (
    <div role="alert" className="mx-auto grid max-w-md justify-items-center gap-4 px-4 py-8 text-center">
      <CircleAlert className="size-8 text-bad" strokeWidth={1.5} aria-hidden />
      <p className="wrap-anywhere">
        {detail}
        {requestId && <RequestId id={requestId} />}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button onClick={onRetry} busy={busy}>
            {!busy && <RotateCw className="size-4" aria-hidden />}
            Try again
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}

/** An error inside a form. */
export function FormProblem({ error }: { error: unknown }) {
  if (!error) return null;
  const { detail, requestId } = describeError(error);
  return (
    <div role="alert" className="rounded-xl bg-bad-tint px-3.5 py-2.5 text-sm text-bad wrap-anywhere">
      {detail}
      {requestId && (
        <span className="mt-0.5 block font-mono text-[11px] opacity-80">Request {requestId}</span>
      )}
    </div>
  );
}
