// The offline model's decisions: an agent's next step, from the conversation alone.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatMessage, OfferedTool } from "../../local/model/conversation.ts";
import { nextStep } from "../../local/model/next-step.ts";
import { createOfflineModel } from "../../local/model/server.ts";
import { other, task, view } from "../support/board-output.ts";

const exec: OfferedTool = {
  type: "function",
  function: { name: "exec", parameters: { properties: { command: { type: "string" } } } },
};
const envelope: ChatMessage = {
  role: "user",
  content: [{ type: "text", text: "<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>\nnone\n<<<END_OPENCLAW…>>>" }],
};
const system: ChatMessage = {
  role: "system",
  content: [
    "Your id is `inky`, your session key `agent:inky:main`.",
    "| id | name | role |",
    "| --- | --- | --- |",
    "| `main` | Clawe | Squad Lead |",
    "| `inky` | Inky | Content Writer |",
    "| `pixel` | Pixel | Designer |",
  ].join("\n"),
};
const notice = `[task_assigned] from Clawe: please write it (task ${task} "Launch post", assigned)`;

/** Plays the gateway: runs the model to its end, answering each command from `outputs`. */
function play(message: string, outputs: (command: string) => string, history: ChatMessage[] = []) {
  const messages: ChatMessage[] = [system, ...history, { role: "user", content: message }];
  const commands: string[] = [];
  for (let i = 0; i < 30; i++) {
    const step = nextStep([...messages, envelope], [exec]);
    if (step.kind === "text") return { commands, text: step.text, messages };
    const { command } = step.arguments;
    commands.push(command);
    const call = {
      id: `call${i}`,
      function: { name: step.tool, arguments: JSON.stringify(step.arguments) },
    };
    messages.push({ role: "assistant", content: null, tool_calls: [call] });
    messages.push({ role: "tool", tool_call_id: call.id, content: outputs(command) });
  }
  throw new Error("the model did not end its turn");
}

/** A board that answers `check` with `checked` and `task:view` with `viewed`. */
const board =
  (checked: string, viewed = view()) =>
  (command: string) =>
    command.startsWith("clawe check") ? checked : command.startsWith("clawe task:view") ? viewed : "ok";

describe("a message about a task", () => {
  it("checks, views, starts and comments on a task, one command a step", () => {
    const { commands, text } = play(notice, board("HEARTBEAT_OK"));
    expect(commands).toEqual([
      "clawe check agent:inky:main",
      `clawe task:view ${task}`,
      `clawe task:status ${task} in_progress --by inky`,
      `clawe task:comment ${task} 'Started “Launch post” as Content Writer, priority high. 2 of 3 subtasks open: first “Outline”, then “Draft”.' --by inky`,
    ]);
    expect(text).toContain("“Launch post” is in progress now");
  });

  it("starts with the check again for a second message in the same session", () => {
    const first = play(notice, board("HEARTBEAT_OK"));
    const history = [...first.messages.slice(1), { role: "assistant", content: first.text }];
    const second = play(notice, board("HEARTBEAT_OK", view({ status: "in_progress" })), history);
    expect(second.commands[0]).toBe("clawe check agent:inky:main");
    expect(second.commands).toHaveLength(3);
  });

  it("does not work on a task of another assignee", () => {
    const remark = `[task_mentioned] from Pixel: see @inky (task ${task} "Launch post", in_progress)`;
    const { commands } = play(remark, board("HEARTBEAT_OK", view({ assignees: "pixel" })));
    expect(commands).toHaveLength(2);
  });

  it("does not answer a colleague's comment on a task that it has commented on", () => {
    const remark = `[message_received] from Pixel: done with mine (task ${task} "Launch post", in_progress)`;
    const viewed = view({ status: "in_progress", assignees: "inky, pixel", comments: ["inky: Started"] });
    expect(play(remark, board("HEARTBEAT_OK", viewed)).commands).toHaveLength(2);
  });

  it("answers a person's comment", () => {
    const remark = `[message_received] from Ada Lovelace: how is it going? (task ${task} "Launch post", in_progress)`;
    const viewed = view({ status: "in_progress", comments: ["inky: Started"] });
    const { commands } = play(remark, board("HEARTBEAT_OK", viewed));
    expect(commands[2]).toContain(`task:comment ${task} 'I have read this as Content Writer.`);
  });

  it("also views the tasks that the check brings", () => {
    const { commands } = play(
      notice,
      board(`[task_assigned] from Clawe: and this (task ${other} "More", assigned)`),
    );
    expect(commands).toContain(`clawe task:view ${other}`);
  });

  it("stops at a failed command and says why", () => {
    const { commands, text } = play(notice, (command) =>
      command.includes("task:view") ? "Error: no such task\n\n(Command exited with code 1)" : "HEARTBEAT_OK",
    );
    expect(commands).toHaveLength(2);
    expect(text).toBe(`I stopped, because \`clawe task:view ${task}\` failed: Error: no such task`);
  });

  it("stops when the clawe command does not exist", () => {
    const { commands } = play(notice, () => "/usr/bin/sh: 1: clawe: not found\n\nCommand not found");
    expect(commands).toHaveLength(1);
  });

  it("says that it has no tool to run commands", () => {
    expect(nextStep([system, { role: "user", content: notice }], [])).toMatchObject({ kind: "text" });
  });

  it("quotes titles, so that they cannot run a command or notify anybody", () => {
    const title = "It's $(touch x) `id` for @pixel; rm -rf";
    const { commands } = play(notice, board("HEARTBEAT_OK", view({ title })));
    const shown = execFileSync("sh", ["-c", commands[3]!.replace(/^clawe/, "printf '%s\\n'")], {
      encoding: "utf8",
    });
    expect(shown.split("\n")[2]).toContain("It's $(touch x) `id` for pixel; rm -rf");
  });
});

describe("a heartbeat", () => {
  it("answers a heartbeat with HEARTBEAT_OK when the check says so", () => {
    const { commands, text } = play("Heartbeat: follow HEARTBEAT.md", board("HEARTBEAT_OK"));
    expect(commands).toEqual(["clawe check agent:inky:main"]);
    expect(text).toBe("HEARTBEAT_OK");
  });

  const heartbeat = [
    "[heartbeat]",
    "",
    "Run `clawe check agent:inky:main`, then continue your open work, as HEARTBEAT.md says.",
    "",
    "Your open work:",
    `- ${task} “Launch post” (in_progress, high)`,
  ].join("\n");

  it("views the tasks that a heartbeat lists, and comments on each once", () => {
    const viewed = (comments?: string[]) => view({ status: "in_progress", comments });
    const said = play(heartbeat, board("HEARTBEAT_OK", viewed())).commands;
    expect(said.slice(0, 2)).toEqual(["clawe check agent:inky:main", `clawe task:view ${task}`]);
    expect(said[2]).toMatch(/^clawe task:comment .* --by inky$/);
    const again = play(heartbeat, board("HEARTBEAT_OK", viewed(["- Inky: Started it"])));
    expect(again.commands).toHaveLength(2);
    expect(again.text).toContain("I read it");
  });

  it("comments on a review that a heartbeat lists, once", () => {
    const viewed = (comments?: string[]) => view({ status: "review", assignees: "pixel", comments });
    const { commands } = play(heartbeat, board("HEARTBEAT_OK", viewed()));
    expect(commands[2]).toMatch(/^clawe task:comment .*a person decides/);
    expect(play(heartbeat, board("HEARTBEAT_OK", viewed(["- Inky: Looked"]))).commands).toHaveLength(2);
  });

  it("works on the tasks that the check of a heartbeat brings", () => {
    expect(play("Heartbeat", board(notice)).commands).toHaveLength(4);
  });

  it("reads notices without a task", () => {
    const { text } = play("Heartbeat", board("[custom] from Clawe: the launch moved to Friday"));
    expect(text).toBe("Read: [custom] from Clawe: the launch moved to Friday");
  });
});

describe("any other message", () => {
  it("answers any other message with a short text that quotes it", () => {
    const { commands, text } = play("[Mon 2026-11-23 04:54 UTC] hello there", board("HEARTBEAT_OK"));
    expect(commands).toEqual([]);
    expect(text).toMatch(/^Inky here, Content Writer. You wrote: “hello there”\./);
  });

  it("answers as the agent that the gateway's runtime line names", () => {
    const message = "hello\n\nRuntime: name=Pixel | agent=pixel | session=agent:pixel:main";
    const step = nextStep([system, { role: "user", content: message }, envelope], [exec]);
    expect(step).toMatchObject({ text: expect.stringMatching(/^Pixel here, Designer. You wrote: “hello”/) });
  });
});

describe("agents that answer each other", () => {
  it("ends a chain of answering agents as the gateway asks", () => {
    const chain: ChatMessage = {
      role: "system",
      content: 'To stop the ping-pong, reply exactly "REPLY_SKIP".',
    };
    const step = nextStep([system, chain, { role: "user", content: `hi, see ${task}` }, envelope], [exec]);
    expect(step).toEqual({ kind: "text", text: "REPLY_SKIP" });
  });
});

describe("the endpoint", () => {
  const model = createOfflineModel();
  const server = createServer((request, response) => {
    void model.handler(request, response).then((ours) => ours || response.writeHead(418).end());
  });
  let url: string;
  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  const complete = (body: unknown) =>
    fetch(`${url}/model/v1/chat/completions`, { method: "POST", body: JSON.stringify(body) });

  it("lists its model, and leaves other paths to others", async () => {
    const models = await (await fetch(`${url}/model/v1/models`)).json();
    expect(models.data).toMatchObject([{ id: "offline", object: "model" }]);
    expect((await fetch(`${url}/elsewhere`)).status).toBe(418);
    expect((await fetch(`${url}/model/v1/elsewhere`)).status).toBe(404);
  });

  it("answers a tool call as JSON or as a stream", async () => {
    const body = { messages: [system, { role: "user", content: notice }], tools: [exec] };
    const whole = await (await complete(body)).json();
    expect(whole.choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      message: { content: null, tool_calls: [{ type: "function", function: { name: "exec" } }] },
    });
    const streamed = await (
      await complete({ ...body, stream: true, stream_options: { include_usage: true } })
    ).text();
    const events = streamed.split("\n\n").filter(Boolean);
    expect(events.at(-1)).toBe("data: [DONE]");
    const chunks = events.slice(0, -1).map((event) => JSON.parse(event.slice("data: ".length)));
    expect(chunks[0].choices[0].delta.tool_calls[0]).toMatchObject({ index: 0, function: { name: "exec" } });
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 0 } });
  });

  it("records finished turns only", async () => {
    const before = model.turns().length;
    await complete({ messages: [system, { role: "user", content: notice }], tools: [exec] });
    expect(model.turns()).toHaveLength(before);
    await complete({ messages: [system, { role: "user", content: "hello" }] });
    expect(model.turns().at(-1)).toMatchObject({ agentId: "inky", commands: [] });
  });

  it.each([{}, { messages: 1 }, { messages: [{}] }, { messages: [{ role: "user", content: 1 }] }])(
    "refuses a body without proper messages: %j",
    async (body) => {
      expect((await complete(body)).status).toBe(400);
    },
  );
});
