// The WebSocket of one workspace: opened with a ticket, opened again when it closes.

export type LiveState = "connecting" | "open" | "closed";

export interface LiveOptions {
  /** A fresh single-use ticket; undefined when there is nothing to connect to any more. */
  ticket(): Promise<string | undefined>;
  /** The socket stands: whatever changed before was not heard. */
  onOpen(): void;
  onMessage(data: unknown): void;
  onState(state: LiveState): void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A page that was hidden this long may hold a socket that died without a word. */
const DOUBT_AFTER_MS = 60_000;

/** Half of the doubled wait is chance, so that pages do not come back all at once. */
export const waitBefore = (attempt: number, chance = Math.random()): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + chance / 2);

/** Connects until `close`. */
export function openLive({ ticket, onOpen, onMessage, onState }: LiveOptions): { close(): void } {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let hiddenAt: number | undefined;
  let over = false;
  // Each connect supersedes the one before: a ticket that arrives late must open nothing.
  let generation = 0;

  function drop(): void {
    generation += 1;
    clearTimeout(timer);
    const old = socket;
    socket = undefined;
    old?.close();
  }

  function retry(): void {
    onState("connecting");
    timer = setTimeout(connect, waitBefore(attempt));
    attempt += 1;
  }

  async function connect(): Promise<void> {
    drop();
    const mine = generation;
    onState("connecting");
    let value: string | undefined;
    try {
      value = await ticket();
    } catch {
      // Whatever it was, the answer is to try again later; the badge says so meanwhile.
      if (mine === generation && !over) retry();
      return;
    }
    if (mine !== generation || over) return;
    if (value === undefined) return stop();
    const url = new URL(`/ws?ticket=${encodeURIComponent(value)}`, window.location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const opening = new WebSocket(url);
    socket = opening;
    opening.onopen = () => {
      attempt = 0;
      onState("open");
      onOpen();
    };
    opening.onmessage = ({ data }) => {
      try {
        onMessage(JSON.parse(String(data)));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    };
    opening.onclose = () => {
      if (socket === opening && !over) retry();
    };
  }

  function reconnect(): void {
    attempt = 0;
    void connect();
  }

  function onVisibility(): void {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      return;
    }
    const doubtful = hiddenAt !== undefined && Date.now() - hiddenAt > DOUBT_AFTER_MS;
    hiddenAt = undefined;
    if (doubtful || socket?.readyState !== WebSocket.OPEN) reconnect();
  }

  function stop(): void {
    over = true;
    drop();
    window.removeEventListener("online", reconnect);
    document.removeEventListener("visibilitychange", onVisibility);
    onState("closed");
  }

  window.addEventListener("online", reconnect);
  document.addEventListener("visibilitychange", onVisibility);
  void connect();
  return { close: stop };
}
