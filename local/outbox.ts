// The laptop's mail: nothing is sent; messages are kept to be read in the outbox.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Mail } from "../platform/types/mail.ts";
import { type Html, html, sendPage } from "./page.ts";
import { createSerial } from "./serial.ts";
import type { Store, StoreOperation } from "./store.ts";

const PREFIX = "outbox/mail/";
const SENT = "outbox/sent/";
const MAX_MESSAGES = 200;

export interface OutboxMessage {
  id: string;
  to: string;
  subject: string;
  text: string;
  sentAt: string;
}

export interface Outbox extends Mail {
  /** The latest 200 messages, newest first. */
  list(): Promise<OutboxMessage[]>;
  /** Answers `GET /outbox` (a page) and `GET /outbox.json`. */
  handler(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface Entry extends OutboxMessage {
  idempotencyKey: string;
}

const sentKey = (idempotencyKey: string) =>
  SENT + createHash("sha256").update(idempotencyKey).digest("base64url");

const CSS = `
body{padding:1.5rem 1rem 4rem}
main{max-width:46rem;margin:0 auto}
header{display:flex;align-items:center;justify-content:space-between;gap:1rem;margin-bottom:1.5rem}
h1{margin-bottom:.25rem}
ol{list-style:none;margin:1.5rem 0 0;padding:0;display:grid;gap:1rem}
li{padding:1.25rem 1.5rem;overflow-wrap:anywhere}
h2{font-size:1.0625rem;line-height:1.35;margin:0}
.meta{display:flex;flex-wrap:wrap;gap:.125rem 1rem;font-size:.875rem;margin-top:.125rem}
pre{margin:1rem 0 0;padding-top:1rem;border-top:1px solid var(--line);font:inherit;font-size:.9375rem;white-space:pre-wrap}
.empty{padding:3rem 1.5rem;text-align:center;margin-top:1.5rem}
`;

function listPage(messages: OutboxMessage[]): Html {
  const items = messages.map(
    ({ to, subject, text, sentAt }) => html`<li class="card">
<h2>${subject}</h2>
<p class="meta soft"><span>To ${to}</span><time datetime="${sentAt}">${sentAt.slice(0, 19).replace("T", " ")} UTC</time></p>
<pre>${text.trim()}</pre>
</li>`,
  );
  return html`<main>
<header><div><h1>Outbox</h1>
<p class="soft">The e-mails that Clawe would have sent. Nothing leaves this machine.</p></div>
<a href="/outbox">Refresh</a></header>
${
  items.length > 0
    ? html`<ol>${items}</ol>`
    : html`<p class="card empty soft">No e-mails yet. Verification codes and invitations will appear here.</p>`
}
</main>`;
}

/** The outbox kept in `store`. */
export function createOutbox(store: Store): Outbox {
  const serially = createSerial();
  let lastId = 0;

  async function entries(): Promise<[key: string, entry: Entry][]> {
    const found: [string, Entry][] = [];
    for await (const each of store.list<Entry>(PREFIX)) found.push(each);
    return found;
  }

  async function keep(message: Parameters<Mail["send"]>[0]): Promise<void> {
    const sent = sentKey(message.idempotencyKey);
    if ((await store.get(sent)) !== undefined) return;
    const kept = await entries();
    const newestId = Number(kept.at(-1)?.[1].id ?? 0);
    // Ids are in the order of sending, even within a millisecond or after the clock was set back.
    lastId = Math.max(Date.now() * 1000, lastId + 1, newestId + 1);
    const id = String(lastId).padStart(17, "0");
    const entry: Entry = { id, ...message, sentAt: new Date().toISOString() };
    const dropped: StoreOperation[] = kept
      .slice(0, Math.max(0, kept.length - MAX_MESSAGES + 1))
      .flatMap(([key, { idempotencyKey }]) => [
        { type: "del", key },
        { type: "del", key: sentKey(idempotencyKey) },
      ]);
    await store.batch([
      ...dropped,
      { type: "put", key: PREFIX + id, value: entry },
      { type: "put", key: sent, value: id },
    ]);
  }

  async function list(): Promise<OutboxMessage[]> {
    const newestFirst = (await entries()).reverse();
    return newestFirst.map(([, { id, to, subject, text, sentAt }]) => ({ id, to, subject, text, sentAt }));
  }

  return {
    list,
    // One at a time: the same key sent twice at once is one message.
    send: (message) => serially(() => keep(message)),
    async handler(request, response) {
      const messages = await list();
      if (request.url?.split("?", 1)[0] !== "/outbox.json") {
        sendPage(response, 200, { title: "Outbox", css: CSS, body: listPage(messages) });
        return;
      }
      response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
      response.end(JSON.stringify({ messages }));
    },
  };
}
