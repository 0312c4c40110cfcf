// Writes Markdown files of an agent's workspace. The gateway's own `agents.files.set` knows a fixed list of names only.
import path from "node:path";
import { writeAtomically } from "./atomic-file.js";
import { badField, stringField, unknownAgent } from "./http.js";

const maxFiles = 32;
const maxBytes = 64 * 1024;
const plainName = /^[A-Za-z0-9._-]{1,97}\.md$/;

/** `{agentId, files: {name: content}}` → `{written}`; nothing is written unless everything is in order. */
export async function writeFiles(body, workspaces) {
  const workspace = workspaces.get(stringField(body, "agentId", { max: 64 }));
  if (!workspace) throw unknownAgent();
  const { files } = body;
  if (typeof files !== "object" || files === null || Array.isArray(files)) {
    throw badField("files", "must be an object of names and contents");
  }
  const entries = Object.entries(files);
  if (entries.length > maxFiles) throw badField("files", `may be at most ${maxFiles}`);
  for (const [name, content] of entries) {
    if (!plainName.test(name)) throw badField("files", "must have plain names that end in .md");
    if (typeof content !== "string" || Buffer.byteLength(content) > maxBytes) {
      throw badField(`files.${name}`, `must be a string of at most ${maxBytes} bytes`);
    }
  }
  for (const [name, content] of entries) await writeAtomically(path.join(workspace, name), content);
  return { body: { written: entries.map(([name]) => name) } };
}
