// The search parameters of the board: the open task, the open chat, and the part that a phone shows.

export type BoardTab = "board" | "squad" | "activity";

interface BoardSearch {
  /** The id of the open task. */
  task?: string;
  /** The id of the agent whose chat is open. */
  chat?: string;
  /** The part that a phone shows; the board when absent. */
  tab?: BoardTab;
}

export const boardSearch = ({ task, chat, tab }: Record<string, unknown>): BoardSearch => ({
  ...(typeof task === "string" ? { task } : {}),
  ...(typeof chat === "string" ? { chat } : {}),
  ...(tab === "squad" || tab === "activity" ? { tab } : {}),
});
