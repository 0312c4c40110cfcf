// The scrolling body of a workspace's page.
import clsx from "clsx";
import type { ReactNode } from "react";
import { Skeleton } from "./skeleton.tsx";

interface Props {
  width?: "narrow" | "wide";
  className?: string;
  children: ReactNode;
}

export function Page({ width = "narrow", className, children }: Props) {
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div
        className={clsx(
          "mx-auto w-full px-5 py-8 sm:py-12",
          width === "narrow" ? "max-w-xl" : "max-w-2xl",
          className,
        )}
      >
        {children}
      </div>
    </main>
  );
}

/** A title and a card, while they load. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="grid gap-5">
      <Skeleton className="h-8 w-3/4" />
      <Skeleton className="h-72 rounded-2xl" />
    </div>
  );
}
