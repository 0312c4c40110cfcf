// The WebSocket of one workspace. It opens with a ticket and reconnects when it closes.

export type LiveState = "connecting" | "open" | "closed";

interface LiveOptions {
  /** Gets a fresh single-use ticket. Undefined when there is nothing left to connect to. */
  ticket(): Promise<string | undefined>;
  /** The socket is open. Changes before this moment were missed. */
  onOpen(): void;
  onMessage(data: unknown): void;
  onState(state: LiveState): void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** After a page was hidden this long, its socket may be dead without having closed. */
const STALE_AFTER_MS = 60_000;

/** Milliseconds until the next attempt: doubled each time, half of it random so that pages do not reconnect at once. */
export const retryDelay = (attempt: number, random = Math.random()): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + random / 2);

/**
 * Stays connected until `close` is called. Long because all of it shares the state of one connection.
 */
export function openLiveSocket({ ticket, onOpen, onMessage, onState }: LiveOptions): { close(): void } {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let hiddenAt: number | undefined;
  let isClosed = false;
  // Each connection supersedes the one before: a ticket that arrives late must not open a second socket.
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
    timer = setTimeout(connect, retryDelay(attempt));
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
      // Any failure is retried later; a badge on the page says so meanwhile.
      if (mine === generation && !isClosed) retry();
      return;
    }
    if (mine !== generation || isClosed) return;
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
      if (socket === opening && !isClosed) retry();
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
    const isStale = hiddenAt !== undefined && Date.now() - hiddenAt > STALE_AFTER_MS;
    hiddenAt = undefined;
    if (isStale || socket?.readyState !== WebSocket.OPEN) reconnect();
  }

  function stop(): void {
    isClosed = true;
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
