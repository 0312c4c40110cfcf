// Queries for lists of the API: a whole list at once, or a page at a time.
import { infiniteQueryOptions, type QueryKey, queryOptions } from "@tanstack/react-query";
import type { ApiClient } from "../../client/index.ts";
import { allPages } from "../../client/pages.ts";
import { type Call, type Page, request } from "./api.ts";

/** More than a page can show. */
const MAX_ITEMS = 2000;

type ListCall<T> = (
  api: ApiClient,
  query: { limit: number; cursor: string | undefined },
) => ReturnType<Call<Page<T>>>;

/** A whole list. Lists that the API returns in one piece need not pass `query` on. */
export const listQuery = <T>(queryKey: QueryKey, call: ListCall<T>) =>
  queryOptions({
    queryKey,
    queryFn: () => allPages((cursor) => request((api) => call(api, { limit: 100, cursor })), MAX_ITEMS),
  });

/** A list that is shown `limit` items at a time. */
export const pagedQuery = <T>(queryKey: QueryKey, limit: number, call: ListCall<T>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => request((api) => call(api, { limit, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor,
  });
