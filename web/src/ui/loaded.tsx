// What a query returned; while it loads a skeleton, and after a failure the reason with a way to try again.
import type { ReactNode } from "react";
import { Problem } from "./problem.tsx";
import { SkeletonRows } from "./skeleton.tsx";

interface QueryProps<D> {
  query: { data: D | undefined; error: unknown; isFetching: boolean; refetch(): unknown };
  /** For screen readers, while it loads. */
  label: string;
  /** Rows of the skeleton. */
  rows?: number;
  /** Around the skeleton. */
  className?: string;
}

/** Data that is on the page stays there when a later request fails. */
export function Loaded<D>({
  query,
  label,
  rows = 3,
  className = "p-4",
  children,
}: QueryProps<D> & { children(data: D): ReactNode }) {
  const { data, error, isFetching, refetch } = query;
  if (data !== undefined) return children(data);
  if (error) return <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />;
  return (
    <div className={className}>
      <SkeletonRows rows={rows} label={label} />
    </div>
  );
}

interface ListProps<T> extends QueryProps<T[] | { pages: { items: T[] }[] }> {
  /** Shown in place of a list without items. */
  empty: ReactNode;
  children(item: T): ReactNode;
}

/** The items of a list below each other, with lines between them. */
export function LoadedList<T>({ empty, children, ...props }: ListProps<T>) {
  return (
    <Loaded {...props}>
      {(data) => {
        const items = Array.isArray(data) ? data : data.pages.flatMap((page) => page.items);
        return items.length === 0 ? empty : <ul className="divide-y divide-line">{items.map(children)}</ul>;
      }}
    </Loaded>
  );
}
