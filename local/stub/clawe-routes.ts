// The plugin's own paths: prove the gateway's identity, adopt a tenant, accept messages, write workspace files.
import { createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isRecord } from "../json.ts";
import { badField, HttpError, knownAgent, readBody, sendJson, stringField } from "./http.ts";
import type { Gateway } from "./state.ts";
import { writeWorkspaceFiles } from "./workspace.ts";

const maxMessageLength = 64 * 1024;
const maxFileBytes = 64 * 1024;
const maxFiles = 32;

/** Answers a nonce with an HMAC by the gateway token, so that callers can trust this address before they send the token. */
export async function prove({ config }: Gateway, request: IncomingMessage, response: ServerResponse) {
  const nonce = stringField(await readBody(request), "nonce", { min: 16, max: 128 });
  const proof = createHmac("sha256", config.settings().token).update(`clawe-prove:${nonce}`).digest("hex");
  sendJson(response, 200, { proof });
}

/** Gives a gateway that was started ahead its tenant, once in the life of the process. */
export async function adopt(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request);
  const claweUrl = stringField(body, "claweUrl", { max: 2048 });
  const squadhubToken = stringField(body, "squadhubToken", { max: 512 });
  if (!/^https?:\/\//.test(claweUrl) || !URL.canParse(claweUrl)) throw badField("claweUrl", "must be a URL");
  if (!/^sqh\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(squadhubToken))
    throw badField("squadhubToken", "must be a squadhub token");
  if (process.env.SQUADHUB_TOKEN)
    throw new HttpError(409, { error: { message: "This gateway already has a tenant.", type: "conflict" } });
  Object.assign(process.env, { CLAWE_URL: claweUrl, SQUADHUB_TOKEN: squadhubToken });
  gateway.onAdopted();
  sendJson(response, 200, { adopted: true });
}

/** Accepts a message for an agent's main session. The turn runs after the response. */
export async function sendMessage(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request);
  const agent = knownAgent(gateway.config.settings().agents, body);
  const message = stringField(body, "message", { max: maxMessageLength });
  const idempotencyKey = stringField(body, "idempotencyKey", { max: 200 });
  if (gateway.journal.has(idempotencyKey))
    return sendJson(response, 202, { accepted: true, duplicate: true });
  const isBusy = body.onlyIfFree === true ? gateway.queue.isBusy(agent.id) : gateway.queue.isFull(agent.id);
  if (isBusy) throw new HttpError(409, { busy: true });
  const accepted = { agentId: agent.id, message, idempotencyKey };
  gateway.journal.accept(accepted);
  gateway.deliver(accepted);
  sendJson(response, 202, { accepted: true, duplicate: false });
}

/** Writes Markdown files of an agent's workspace, and deletes those whose content is null. */
export async function writeFiles(gateway: Gateway, request: IncomingMessage, response: ServerResponse) {
  const body = await readBody(request);
  const agent = knownAgent(gateway.config.settings().agents, body);
  if (!isRecord(body.files)) throw badField("files", "must be an object of names and contents");
  const files = Object.entries(body.files).map(([name, content]): [string, string | null] => {
    if (!/^[A-Za-z0-9._-]+\.md$/.test(name) || name.length > 100) {
      throw badField("files", "names must be like NAME.md");
    }
    if (content === null) return [name, null];
    if (typeof content !== "string" || Buffer.byteLength(content) > maxFileBytes) {
      throw badField(`files.${name}`, `must be null or a string of at most ${maxFileBytes} bytes`);
    }
    return [name, content];
  });
  if (files.length > maxFiles) throw badField("files", `may be at most ${maxFiles}`);
  writeWorkspaceFiles(agent.workspace, Object.fromEntries(files));
  const [deleted, written] = [true, false].map((isNull) =>
    files.filter(([, content]) => (content === null) === isNull).map(([name]) => name),
  );
  sendJson(response, 200, { written, deleted });
}
