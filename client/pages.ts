// Reading a list of the API to its end.

export interface Page<T> {
  items: T[];
  /** Where the next page begins; absent on the last one. */
  cursor?: string;
}

/** All items of a list, page by page. Reads no further page once there are at least `most` items. */
export async function allPages<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
  most = Number.POSITIVE_INFINITY,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor && items.length < most);
  return items;
}
