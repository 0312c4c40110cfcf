// An agent's answer while it arrives: numbered pieces from the socket, put together in the cache.

interface Delta {
  type: "chat.delta";
  /** The id of the message that is being answered. */
  id: string;
  /** From 0. A gap means that pieces were missed. */
  seq: number;
  text: string;
}

export interface AnswerStream {
  text: string;
  /** The number of the next piece. */
  next: number;
  /** Pieces before `text` were missed: the page was opened late, or lost its connection. */
  isPartial: boolean;
}

export function isAnswerDelta(data: unknown): data is Delta {
  return typeof data === "object" && data !== null && (data as Partial<Delta>).type === "chat.delta";
}

/** Returns a function that appends the piece to what has arrived. A piece that arrives twice changes nothing. */
export const appendDelta =
  ({ seq, text }: Delta) =>
  (stream: AnswerStream | undefined): AnswerStream => {
    if (stream && seq < stream.next) return stream;
    const isNext = seq === (stream?.next ?? 0);
    return {
      text: isNext ? (stream?.text ?? "") + text : text,
      next: seq + 1,
      isPartial: isNext ? (stream?.isPartial ?? false) : true,
    };
  };
