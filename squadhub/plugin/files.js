// Writes and deletes Markdown files in an agent's workspace. The gateway's own `agents.files.set` accepts a fixed list of
// names only.
import { rm } from "node:fs/promises";
import path from "node:path";
import { writeAtomically } from "./atomic-file.js";
import { badField, stringField, unknownAgent } from "./http.js";

const maxFiles = 32;
const maxBytes = 64 * 1024;
const plainName = /^[A-Za-z0-9._-]{1,97}\.md$/;

/**
 * `{agentId, files: {name: content, or null to delete the file}}` → `{written, deleted}`. Changes nothing when any entry is
 * invalid.
 */
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
    if (content === null) continue;
    if (typeof content !== "string" || Buffer.byteLength(content) > maxBytes) {
      throw badField(`files.${name}`, `must be null or a string of at most ${maxBytes} bytes`);
    }
  }
  for (const [name, content] of entries) {
    const file = path.join(workspace, name);
    if (content === null) await rm(file, { force: true });
    else await writeAtomically(file, content);
  }
  const namesWhere = (matches) => entries.filter(([, content]) => matches(content)).map(([name]) => name);
  return {
    body: {
      written: namesWhere((content) => content !== null),
      deleted: namesWhere((content) => content === null),
    },
  };
}
