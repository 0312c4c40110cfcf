// Chats: passes a message to this gateway's own chat endpoint and the stream to the caller, who may end it by its key.
import http from "node:http";
import { HttpError, stringField, unknownAgent } from "./http.js";

const maxMessage = 64 * 1024;
/** Lets the caller tell an agent that is silent for minutes from a dead connection. */
const aliveEveryMs = 15_000;

/** `gateway()` returns this gateway's `{url, token}`, `agents()` a collection of its agents' ids. */
export function createChats({ gateway, agents }) {
  /** The AbortController of each open chat, by its key. */
  const open = new Map();

  return {
    /**
     * `{agentId, message, key}` → the gateway's server-sent events, with comments as signs of life. Waits for a turn that
     * is already running. Closing the connection ends the turn.
     */
    async chat(body, response) {
      const agentId = stringField(body, "agentId", { max: 64 });
      const message = stringField(body, "message", { max: maxMessage });
      const key = stringField(body, "key", { max: 200 });
      if (!(await agents()).has(agentId)) throw unknownAgent();
      if (open.has(key)) throw new HttpError(409, { busy: true });
      const ending = new AbortController();
      open.set(key, ending);
      response.once("close", () => {
        open.delete(key);
        ending.abort();
      });
      // Answers before the turn, which tells the caller that the message has been accepted.
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(":\n\n");
      await pass({ ...gateway(), agentId, message, signal: ending.signal }, response);
    },

    /** `{key}` → whether that chat was open. */
    hangUp(body) {
      const ending = open.get(stringField(body, "key", { max: 200 }));
      ending?.abort();
      return { body: { ended: ending !== undefined } };
    },
  };
}

/** Resolves when the answer has ended in any way. An incomplete answer has no `[DONE]`. */
function pass({ url, token, agentId, message, signal }, response) {
  const { promise, resolve } = Promise.withResolvers();
  // Comments go between events, because a comment within one would break it.
  let isBetween = true;
  const alive = setInterval(() => isBetween && response.write(":\n\n"), aliveEveryMs);
  const end = () => {
    clearInterval(alive);
    response.end();
    resolve();
  };
  const request = http.request(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "x-openclaw-session-key": `agent:${agentId}:main`,
    },
    signal,
  });
  request.on("error", end);
  request.on("response", (upstream) => {
    if (upstream.statusCode !== 200) {
      response.write(`data: ${JSON.stringify({ error: { type: "refused" } })}\n\n`);
      upstream.resume();
      return end();
    }
    upstream.on("data", (bytes) => {
      isBetween = bytes.subarray(-2).toString("latin1") === "\n\n";
      response.write(bytes);
    });
    upstream.on("end", end);
    upstream.on("error", end);
  });
  request.end(
    JSON.stringify({
      model: `openclaw/${agentId}`,
      stream: true,
      messages: [{ role: "user", content: message }],
    }),
  );
  return promise;
}
