// The commands for subtasks, assignment, documents, the business and new agents: their requests and exact output.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { at, clawe, task, taskId } from "../support/cli-fixtures.ts";
import { createWorld, type Received, tenantId, type World } from "./cli-world.ts";

let world: World;
let directory: string;
beforeAll(async () => {
  world = await createWorld();
  directory = await mkdtemp(join(tmpdir(), "clawe-deliver-"));
}, 60_000);
afterAll(async () => {
  await world.end();
  await rm(directory, { recursive: true });
});

const t = `/api/t/${tenantId}`;
const routes = () => world.received.map(({ route }) => route);
const bodies = () => world.received.map(({ body }) => body);
const subtaskId = (index: number) => `sub_01JABCDEFGHJKMNPQRSTVWXY${index}0`;
const subtask = (index: number, more: object = {}) => ({
  subtaskId: subtaskId(index),
  index,
  title: `Part ${index}`,
  status: "pending",
  ...more,
});

describe("subtask commands", () => {
  const withSubtasks = { ...task, subtasks: 2, openSubtasks: 2, items: [subtask(1), subtask(2)] };

  it("subtask:add adds a subtask", async () => {
    const made = subtask(3, { title: "Draft", assignee: "inky" });
    world.answers({ status: 201, body: made });
    const args = ["subtask:add", taskId, "Draft", "--assign", "inky", "--description", "- 800 words"];
    expect((await world.clawe(...args, "--by", "main")).stdout).toBe(
      `Added to ${taskId}: 3. [ ] Draft (inky)\n`,
    );
    expect(routes()).toEqual([`POST ${t}/tasks/${taskId}/subtasks`]);
    expect(bodies()).toEqual([{ title: "Draft", description: "- 800 words", assignee: "inky", by: "main" }]);
    expect(JSON.parse((await world.clawe(...args, "--json")).stdout)).toEqual(made);
  });

  it.each([
    ["subtask:check", [], { status: "done" }, "2. [x] Part 2"],
    ["subtask:uncheck", [], { status: "pending" }, "2. [ ] Part 2"],
    ["subtask:progress", ["--by", "inky"], { status: "in_progress", by: "inky" }, "2. [~] Part 2"],
    [
      "subtask:block",
      ["--reason", "No access", "--by", "inky"],
      { status: "blocked", reason: "No access", by: "inky" },
      "2. [!] Part 2 blocked: No access",
    ],
  ] as const)(
    "%s sets the status of the subtask with the given number",
    async (command, options, body, line) => {
      world.answers(({ route }: Received) => ({
        body: route.startsWith("GET") ? withSubtasks : subtask(2, body),
      }));
      expect((await world.clawe(command, taskId, "2", ...options)).stdout).toBe(`${taskId} ${line}\n`);
      expect(routes()).toEqual([
        `GET ${t}/tasks/${taskId}`,
        `PATCH ${t}/tasks/${taskId}/subtasks/${subtaskId(2)}`,
      ]);
      expect(bodies()[1]).toEqual(body);
    },
  );

  it.each([
    ["7", withSubtasks, `${taskId} has no subtask 7; they are 1 to 2. See task:view ${taskId}.`],
    ["1", { ...task, items: [] }, `${taskId} has no subtasks. Add one with subtask:add.`],
  ])("subtask:check says which subtasks exist when there is no number %s", async (index, found, reason) => {
    world.answers({ body: found });
    expect(await world.clawe("subtask:check", taskId, index)).toEqual({
      code: 1,
      stdout: "",
      stderr: `Error: ${reason}\n`,
    });
  });
});

it("task:assign assigns a task to an agent and removes it again", async () => {
  world.answers({ body: { ...task, assignees: ["inky", "pixel"] } });
  expect((await world.clawe("task:assign", taskId, "agent:pixel:main", "--by", "main")).stdout).toBe(
    `${taskId} [assigned] assignees: inky, pixel\n`,
  );
  world.answers({ body: { ...task, status: "inbox", assignees: [] } });
  expect((await world.clawe("task:assign", taskId, "inky", "--remove")).stdout).toBe(
    `${taskId} [inbox] assignees: none\n`,
  );
  expect(routes()).toEqual([`PATCH ${t}/tasks/${taskId}/assignees`]);
  expect(bodies()).toEqual([{ remove: ["inky"] }]);
});

it("agent:register adds an agent to the squad", async () => {
  const ada = { agentId: "ada", name: "Ada", role: "Analyst", emoji: "📊" };
  world.answers({ status: 201, body: ada });
  const { stdout } = await world.clawe("agent:register", "Ada", "Analyst", "ada", "--emoji", "📊");
  expect(stdout).toBe("Registered ada 📊 Ada, Analyst\n");
  expect(routes()).toEqual([`POST ${t}/agents`]);
  expect(bodies()).toEqual([ada]);
});

describe("document commands", () => {
  const documentId = "doc_01JABCDEFGHJKMNPQRSTVWXYZ0";
  const made = {
    documentId,
    kind: "text",
    type: "deliverable",
    title: "Launch post",
    taskId,
    by: clawe,
    size: 7,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
  let store: Server;
  let sent: string;
  let accepts: boolean;
  beforeAll(async () => {
    store = createServer(async (request, response) => {
      sent = (await buffer(request)).toString("latin1");
      response.writeHead(accepts ? 204 : 403).end();
    });
    await new Promise<void>((resolve) => store.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => store.close(resolve)));
  beforeEach(() => {
    sent = "";
    accepts = true;
  });
  const aFile = async (name: string, content: string | Buffer) => {
    await writeFile(join(directory, name), content);
    return join(directory, name);
  };
  const playUpload = () =>
    world.answers(({ route }: Received) => {
      if (route.endsWith("/confirm"))
        return {
          status: 201,
          body: { ...made, kind: "file", size: 2048, file: { name: "logo.png", contentType: "image/png" } },
        };
      const url = `http://127.0.0.1:${(store.address() as AddressInfo).port}/`;
      return { status: 201, body: { documentId, form: { url, fields: { key: "k1" }, expiresAt: at } } };
    });

  it("deliver sends a Markdown file as text", async () => {
    world.answers({ status: 201, body: made });
    const path = await aFile("post.md", "# Post\n");
    const { stdout } = await world.clawe("deliver", taskId, path, "Launch post", "--by", "inky");
    expect(stdout).toBe(`Delivered ${documentId} Launch post (7 B) for ${taskId}\n`);
    expect(routes()).toEqual([`POST ${t}/documents`]);
    expect(bodies()).toEqual([
      { taskId, title: "Launch post", type: "deliverable", by: "inky", content: "# Post\n" },
    ]);
    expect(JSON.parse((await world.clawe("deliver", taskId, path, "x", "--json")).stdout)).toEqual(made);
  });

  it.each([
    ["logo.png", Buffer.alloc(2048, 1), "image/png"],
    ["long.md", "x".repeat(256 * 1024 + 1), "text/markdown"],
    ["latin.txt", Buffer.from([0x66, 0xfc, 0x72]), "text/plain"],
    ["noname", Buffer.alloc(9), "application/octet-stream"],
  ])("deliver sends %s as a file through the object store", async (name, content, contentType) => {
    playUpload();
    const { stdout, stderr } = await world.clawe("deliver", taskId, await aFile(name, content), "Logo");
    expect({ stdout, stderr }).toEqual({
      stdout: `Delivered ${documentId} Launch post (2 KB) for ${taskId}\n`,
      stderr: "",
    });
    expect(routes()).toEqual([`POST ${t}/uploads`, `POST ${t}/uploads/${documentId}/confirm`]);
    expect(bodies()[0]).toEqual({
      taskId,
      title: "Logo",
      type: "deliverable",
      file: { name, contentType, size: Buffer.byteLength(content) },
    });
    const [key, file] = [sent.indexOf('name="key"'), sent.indexOf('name="file"')];
    expect(key).toBeGreaterThan(0);
    expect(file).toBeGreaterThan(key);
  });

  it("deliver reports that the store refused a file, and confirms nothing", async () => {
    playUpload();
    accepts = false;
    expect(await world.clawe("deliver", taskId, await aFile("a.png", "x"), "Logo")).toEqual({
      code: 1,
      stdout: "",
      stderr: "Error: The store refused the file (403). Deliver it again.\n",
    });
    expect(routes()).toEqual([`POST ${t}/uploads`]);
  });

  it("deliver reports what is wrong with a file without any request", async () => {
    world.answers({ status: 500 });
    const missing = join(directory, "missing.md");
    const cases = [
      [missing, `There is no file ${missing}. Check the path; it is relative to the current directory.`],
      [directory, `${directory} is not a file. Deliver single files, or one archive.`],
      [await aFile("empty.md", ""), `${join(directory, "empty.md")} is empty.`],
    ] as const;
    for (const [path, reason] of cases)
      expect((await world.clawe("deliver", taskId, path, "x")).stderr).toBe(`Error: ${reason}\n`);
    expect(routes()).toEqual([]);
  });

  it("deliverables lists all pages of a task's documents", async () => {
    const file = { name: "logo.png", contentType: "image/png" };
    const logo = { ...made, kind: "file", title: "Logo", size: 3 * 1024 ** 2, file };
    world.answers({ body: { items: [made], cursor: "next" } }, { body: { items: [logo] } });
    expect((await world.clawe("deliverables", taskId)).stdout).toBe(
      `${documentId} deliverable Launch post (text, 7 B) by Clawe, 2026-11-23 04:42Z\n` +
        `${documentId} deliverable Logo (logo.png, 3.0 MB) by Clawe, 2026-11-23 04:42Z\n`,
    );
    expect(routes()[1]).toBe(`GET ${t}/documents?taskId=${taskId}&limit=100&cursor=next`);
    world.answers({ body: { items: [] } });
    expect((await world.clawe("deliverables", taskId)).stdout).toBe("No documents.\n");
  });
});

describe("business commands", () => {
  const business = {
    url: "https://acme.example/",
    name: "Acme",
    description: "Anvils.\nurl: forged",
    metadata: { industry: "Tools", keywords: ["anvils", "drop tests"], tone: "dry" },
    approved: true,
    approvedAt: at,
    createdAt: at,
    updatedAt: at,
    version: 2,
  };
  const text = [
    "url: https://acme.example/",
    "name: Acme",
    "description: Anvils.",
    "  url: forged",
    "industry: Tools",
    "keywords: anvils, drop tests",
    "tone: dry",
    "approved: yes, 2026-11-23 04:42Z",
    "",
  ].join("\n");

  it("business:get shows what is known about the business", async () => {
    world.answers({ body: business });
    expect((await world.clawe("business:get")).stdout).toBe(text);
    expect(JSON.parse((await world.clawe("business:get", "--json")).stdout)).toEqual(business);
    expect(routes()[0]).toBe(`GET ${t}/business`);
  });

  it("business:set saves only the facts that are given", async () => {
    world.answers({ body: business });
    const options = ["--name", "Acme", "--metadata", '{"tone":"dry"}', "--approve", "--remove-bootstrap"];
    expect((await world.clawe("business:set", "https://acme.example", ...options)).stdout).toBe(
      `Saved.\n${text}`,
    );
    world.answers({ body: business });
    await world.clawe("business:set", "https://acme.example", ...options);
    expect(routes()).toEqual([`PATCH ${t}/business`]);
    expect(bodies()).toEqual([
      {
        url: "https://acme.example",
        name: "Acme",
        metadata: { tone: "dry" },
        approve: true,
        removeBootstrap: true,
      },
    ]);
  });

  it("business:set reports what is wrong with metadata without any request", async () => {
    world.answers({ status: 500 });
    expect((await world.clawe("business:set", "https://acme.example", "--metadata", "[]")).stderr).toBe(
      'Error: The metadata must be a JSON object, such as {"industry":"…","keywords":["…"]}.\n',
    );
    expect(routes()).toEqual([]);
  });
});
