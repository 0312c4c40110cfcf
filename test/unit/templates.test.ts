// The agents' workspace files are complete, within limits, and consistent with the command and the board's rules.
import { describe, expect, it } from "vitest";
import { readConversation } from "../../local/model/conversation.ts";
import { type Squad, squads } from "../../squadhub/templates/squads.ts";
import { agentOwnedFiles, workspaceFiles } from "../../squadhub/templates/workspace-files.ts";

const names = [
  "AGENTS.md",
  "SOUL.md",
  "IDENTITY.md",
  "USER.md",
  "HEARTBEAT.md",
  "MEMORY.md",
  "TOOLS.md",
  "WORKING.md",
  "WORKFLOW.md",
  "CLAWE-CLI.md",
];
/** Every command with its options. All commands also take `--json`. */
const commands: Record<string, string[]> = {
  check: [],
  tasks: ["status"],
  "task:view": [],
  "task:create": ["assign", "by", "priority", "description"],
  "task:plan": [],
  "task:status": ["by"],
  "task:comment": ["by"],
  "task:assign": ["by"],
  "subtask:add": ["assign", "description"],
  "subtask:check": ["by", "reason"],
  "subtask:uncheck": ["by", "reason"],
  "subtask:progress": ["by", "reason"],
  "subtask:block": ["by", "reason"],
  deliver: ["by"],
  deliverables: [],
  notify: ["from"],
  squad: [],
  feed: ["limit"],
  "agent:register": ["emoji"],
  "business:get": [],
  "business:set": ["name", "description", "favicon", "metadata", "approve", "remove-bootstrap"],
};
const everyAgent = Object.values<Squad>(squads).flatMap((squad) =>
  squad.agents.map((agent) => ({ squad, agent: agent.id })),
);
const filesOf = (squad: Squad, agent: string, more: { goal?: string; leadName?: string } = {}) =>
  workspaceFiles({ squad, agent, workspaceName: "acme", businessContextSaved: false, ...more });

describe.each(everyAgent)("the workspace files of $agent in squad $squad.id", ({ squad, agent }) => {
  it("include BOOTSTRAP.md only until the business context is saved", () => {
    expect(Object.keys(filesOf(squad, agent))).toEqual([...names, "BOOTSTRAP.md"]);
    const saved = workspaceFiles({ squad, agent, workspaceName: "acme", businessContextSaved: true });
    expect(Object.keys(saved)).toEqual(names);
  });

  it("fit the limits even with the longest goal", () => {
    const files = filesOf(squad, agent, { goal: "ü ".repeat(20_000) });
    for (const content of Object.values(files)) expect(Buffer.byteLength(content)).toBeLessThan(64 * 1024);
    // The gateway cuts files that it puts into a prompt: USER.md at 4,000 characters, others at 20,000.
    expect(files["USER.md"]!.length).toBeLessThan(4000);
    for (const content of Object.values(files)) expect(content.length).toBeLessThan(20_000);
  });

  it("contain no placeholders", () => {
    for (const content of Object.values(filesOf(squad, agent))) {
      expect(content).not.toMatch(/\{\{|\}\}\}|undefined|\[object|\bTODO\b/);
      expect(content).toMatch(/^# .+\n[\s\S]+\n$/);
    }
  });

  it("name only commands and options that exist", () => {
    const text = Object.values(filesOf(squad, agent)).join("\n");
    // A command ends with its line or its code span.
    const named = [...text.matchAll(/\bclawe ([a-z]+(?::[a-z]+)?)([^\n`]*)/g)];
    expect(named.length).toBeGreaterThan(40);
    for (const [, command, rest] of named) {
      expect(Object.keys(commands)).toContain(command);
      for (const [, option] of rest!.matchAll(/ --([a-z-]+)/g)) expect(commands[command!]).toContain(option);
    }
  });

  it("list the steps of a turn in the order of use", () => {
    const text = filesOf(squad, agent)["AGENTS.md"]!;
    const steps = [
      "clawe check",
      "clawe task:view",
      "in_progress",
      "clawe subtask:check",
      "clawe task:comment",
      " review --by",
    ];
    const places = steps.map((step) => text.indexOf(step, text.indexOf("## Every time you wake")));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).toContain(`clawe check agent:${agent}:main`);
  });

  it("never tell an agent to set done", () => {
    expect(Object.values(filesOf(squad, agent)).join("\n")).not.toMatch(/task:status \S+ done/);
  });

  it("tell the offline model which agent it is", () => {
    const files = filesOf(squad, agent);
    const content = `${files["AGENTS.md"]}\n${files["IDENTITY.md"]}`;
    const conversation = readConversation([{ role: "system", content }]);
    expect(conversation.agent).toMatchObject({ id: agent });
    expect(conversation.squad.map(({ id }) => id)).toEqual(squad.agents.map(({ id }) => id));
  });
});

describe("a squad", () => {
  it.each(Object.values<Squad>(squads))("never wakes two agents of squad $id in the same minute", (squad) => {
    const minutes = squad.agents.flatMap((agent) => agent.heartbeatMinutes);
    expect(new Set(minutes).size).toBe(minutes.length);
  });

  it("has the same shared files in every agent's workspace", () => {
    const [first, ...others] = squads.clawe.agents.map(({ id }) =>
      filesOf(squads.clawe, id, { goal: "Grow" }),
    );
    for (const name of ["WORKING.md", "WORKFLOW.md", "CLAWE-CLI.md"]) {
      for (const files of others) expect(files[name]).toBe(first![name]);
    }
  });

  it("uses the lead's chosen name and the goal everywhere", () => {
    const files = filesOf(squads.clawe, "inky", { leadName: "Ada | `Boss`\n", goal: "More readers" });
    expect(files["AGENTS.md"]).toContain("| `main` | Ada / 'Boss' | Squad Lead |");
    expect(Object.values(files).join("\n")).not.toContain("Clawe");
    expect(files["WORKING.md"]).toContain("Goal: More readers");
    expect(files["USER.md"]).toContain("More readers");
  });

  it("marks only existing files as owned by the agent", () => {
    expect(names).toEqual(expect.arrayContaining([...agentOwnedFiles]));
  });

  it("throws for an agent that is not in the squad", () => {
    expect(() => filesOf(squads.clawe, "nobody")).toThrow("has no agent nobody");
  });
});
