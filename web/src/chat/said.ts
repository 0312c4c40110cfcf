// What an agent says while it says it: pieces with numbers, from the socket, joined in the cache.

interface Delta {
  type: "chat.delta";
  /** Of the message that it answers. */
  id: string;
  /** From 0; a gap means that pieces were missed. */
  seq: number;
  text: string;
}

export interface Said {
  text: string;
  /** Which piece comes next. */
  next: number;
  /** This page came late, or was away: the beginning is not known. */
  isPartial: boolean;
}

export function isDelta(data: unknown): data is Delta {
  return typeof data === "object" && data !== null && (data as Partial<Delta>).type === "chat.delta";
}

/** What was said before, with this piece behind it. */
export const joined =
  ({ seq, text }: Delta) =>
  (before: Said | undefined): Said => {
    if (before && seq < before.next) return before;
    const follows = seq === (before?.next ?? 0);
    return {
      text: follows ? (before?.text ?? "") + text : text,
      next: seq + 1,
      isPartial: follows ? (before?.isPartial ?? false) : true,
    };
  };
