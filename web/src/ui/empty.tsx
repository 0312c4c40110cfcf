// Stands in for a list without items and says what to do next.
import type { ReactNode } from "react";

export function Empty({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-1 px-4 py-8 text-center text-sm">
      <p className="font-medium">{title}</p>
      {text && <p className="max-w-72 text-soft">{text}</p>}
      {children && <div className="mt-3">{children}</div>}
    </div>
  );
}
