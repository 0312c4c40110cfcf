// Chats: a message goes to this gateway's own chat endpoint, and its stream to the caller, who may end it by its key.
import http from "node:http";
import { HttpError, stringField, unknownAgent } from "./http.js";

const maxMessage = 64 * 1024;
/** So that a caller knows an agent that is silent for minutes from a connection that has died. */
const aliveEveryMs = 15_000;

/** `gateway()` is `{url, token}` of this gateway; `agents()` the ids that it has. */
export function createChats({ gateway, agents }) {
  /** What ends each chat that is under way, by its key. */
  const open = new Map();

  return {
    /**
     * `{agentId, message, key}` → server-sent events as the gateway makes them, and comments as signs of life. A turn
     * that runs already is waited for. Whoever hangs up ends the turn.
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
      // At once: from here on the caller knows that the message has been taken.
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(":\n\n");
      await pass({ ...gateway(), agentId, message, signal: ending.signal }, response);
    },

    /** `{key}` → whether that chat was under way. */
    hangUp(body) {
      const ending = open.get(stringField(body, "key", { max: 200 }));
      ending?.abort();
      return { body: { ended: ending !== undefined } };
    },
  };
}

/** Resolves when the answer is over, however it ended; what is not whole has no `[DONE]`. */
function pass({ url, token, agentId, message, signal }, response) {
  const { promise, resolve } = Promise.withResolvers();
  // Between two events: a comment within one would break it.
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
