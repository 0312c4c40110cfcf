// Buttons: a primary one for the next step, secondary and quiet ones, and one for dangerous actions.
import clsx from "clsx";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

const kinds: Record<ButtonKind, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover shadow-lift",
  secondary: "border border-line bg-card hover:border-strong-line hover:bg-well",
  quiet: "text-soft hover:bg-well hover:text-ink",
  danger: "bg-bad text-bg hover:opacity-90",
};

export const buttonClass = (kind: ButtonKind = "secondary", size: "normal" | "large" = "normal") =>
  clsx(
    "inline-flex shrink-0 items-center justify-center gap-2 rounded-xl font-semibold whitespace-nowrap select-none",
    "transition-[background-color,border-color,color,opacity] duration-150",
    "disabled:opacity-55 aria-disabled:opacity-55",
    size === "large" ? "min-h-12 px-5 text-base" : "min-h-10 px-3.5 text-sm",
    kinds[kind],
  );

interface Props extends ComponentProps<"button"> {
  kind?: ButtonKind;
  size?: "normal" | "large";
  busy?: boolean;
}

export function Button({ kind, size, busy = false, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
      className={clsx(buttonClass(kind, size), className)}
    >
      {busy && <LoaderCircle className="size-4 animate-spin" aria-hidden />}
      {children}
    </button>
  );
}

/** A square button with an icon. `label` is its name for screen readers and its tooltip. */
export function IconButton({ label, className, ...rest }: ComponentProps<"button"> & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={clsx(
        "inline-grid size-10 shrink-0 place-items-center rounded-xl text-soft transition-colors hover:bg-well hover:text-ink",
        className,
      )}
    />
  );
}
