// Chat with an agent of a running service: sent over the API, streamed over the WebSocket, kept in the table.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, type Schemas } from "../../client/index.ts";
import { isOver, signIn, signUp, type Visitor, type Watch } from "../../local/demo/visitor.ts";
import { markedProcesses } from "../../local/squadhub/gateway-processes.ts";
import { type ClaweServer, startClawe } from "../contract/squadhub/clawe-server.ts";
import { aCloud, type TestCloud } from "../support/cloud.ts";

let world: TestCloud;
/** The agents' model. A test can hold its replies. */
let model: ClaweServer;
let ada: Visitor;
let tenantId: string;
let page: Watch;

beforeAll(async () => {
  model = await startClawe();
  world = await aCloud({ model: { kind: "offline", baseUrl: model.modelUrl } });
  ada = await signUp(world.cloud, { name: "Ada", email: "ada@example.com" });
  tenantId = await aWorkspace(ada, "chatty");
  page = await ada.watch(tenantId);
});
afterAll(async () => {
  page?.close();
  await world?.close();
  await model?.close();
});

async function aWorkspace(visitor: Visitor, name: string): Promise<string> {
  const { tenant, run } = await visitor.createTenant(name);
  await ended(visitor, run);
  return tenant.tenantId;
}

async function ended(visitor: Visitor, { tenantId, runId }: { tenantId: string; runId: string }) {
  const watch = await visitor.watch(tenantId);
  const run = await watch.until("the run to end", async () => {
    const params = { path: { tenantId, runId } };
    const seen = await answer(visitor.api.GET("/t/{tenantId}/runs/{runId}", { params }));
    return isOver(seen) ? seen : undefined;
  });
  watch.close();
  expect(run.status).toBe("succeeded");
  await world.cloud.workflows.idle();
}

const path = (agentId = "inky") => ({ params: { path: { tenantId, agentId } } });
const ask = (text: string, agentId?: string) =>
  answer(ada.api.POST("/t/{tenantId}/agents/{agentId}/chat", { ...path(agentId), body: { text } }));
const abort = ({ agentId, chatId }: Schemas["Chat"]) =>
  answer(
    ada.api.POST("/t/{tenantId}/agents/{agentId}/chat/{chatId}/abort", {
      params: { path: { tenantId, agentId, chatId } },
    }),
  );
const chats = async (agentId?: string) =>
  (await answer(ada.api.GET("/t/{tenantId}/agents/{agentId}/chat", path(agentId)))).items;

/** Waits, with the page's hints, until the message has one of these statuses. */
function becomes({ agentId, chatId }: Schemas["Chat"], ...statuses: Schemas["Chat"]["status"][]) {
  return page.until(`${chatId} to be ${statuses.join(" or ")}`, async () => {
    const found = (await chats(agentId)).find((each) => each.chatId === chatId);
    return found && statuses.includes(found.status) ? found : undefined;
  });
}
const over = (chat: Schemas["Chat"]) => becomes(chat, "done", "failed", "aborted");
const turnBegins = (text: string) =>
  expect.poll(() => model.turns().some((turn) => turn.includes(text)), { timeout: 30_000 }).toBe(true);

test("a reply is streamed to the workspace's open pages and to no others, and is kept in the conversation", async () => {
  const bea = await signUp(world.cloud, { name: "Bea", email: "bea@example.com" });
  const strange = await bea.watch(await aWorkspace(bea, "elsewhere"));
  await world.cloud.settled();
  const heardElsewhere = strange.received.length;
  const asked = await ask("What do you think?");
  expect(asked).toMatchObject({
    status: "queued",
    by: { type: "user", name: "Ada" },
    text: "What do you think?",
  });
  const done = await over(asked);
  expect(done).toMatchObject({ status: "done", answer: "done" });

  const deltas = page.received.filter(({ type, id }) => type === "chat.delta" && id === asked.chatId);
  expect(deltas.map(({ seq }) => seq)).toEqual(deltas.map((_, at) => at));
  expect(deltas.map(({ text }) => text).join("")).toBe("done");
  expect(strange.received.slice(heardElsewhere)).toEqual([]);
  strange.close();
});

test("two messages are answered in order, the second after the first", async () => {
  const release = model.hold("the first of two");
  const first = await ask("the first of two");
  const second = await ask("the second of two");
  await turnBegins("the first of two");
  expect((await chats()).slice(0, 2)).toMatchObject([{ status: "queued" }, { status: "answering" }]);
  release();
  expect(await over(second)).toMatchObject({ status: "done" });
  expect(await over(first)).toMatchObject({ status: "done" });
  const order = model.turns().flatMap((turn) => /the (?:first|second) of two/.exec(turn)?.[0] ?? []);
  expect(order).toEqual(["the first of two", "the second of two"]);
});

test("an aborted reply ends, and the agent answers the next message", async () => {
  const release = model.hold("never mind");
  const asked = await ask("never mind");
  await turnBegins("never mind");
  await abort(asked);
  expect(await over(asked)).toMatchObject({ status: "aborted" });
  expect(await over(await ask("and now?"))).toMatchObject({ status: "done", answer: "done" });
  release();
});

test("killing the gateway during a reply fails the reply, and the next message is answered", async () => {
  const release = model.hold("doomed");
  const asked = await ask("doomed");
  await turnBegins("doomed");
  const config = join(world.cloud.directory, "squadhubs", tenantId, "state", "openclaw.json");
  for (const pid of await markedProcesses(config)) process.kill(pid, "SIGKILL");
  expect(await over(asked)).toMatchObject({ status: "failed", error: expect.stringMatching(/Ask again/) });
  release();
  expect(await over(await ask("hello again"))).toMatchObject({ status: "done", answer: "done" });
});

test("a message to a sleeping squad wakes it and is answered", async () => {
  const sleep = await answer(ada.api.POST("/t/{tenantId}/sleep", { params: { path: { tenantId } } }));
  await ended(ada, sleep);
  const asked = await ask("Good morning", "pixel");
  expect(await over(asked)).toMatchObject({ status: "done", answer: "done" });
  await world.cloud.workflows.idle();
  const { items } = await answer(ada.api.GET("/t/{tenantId}/runs", { params: { path: { tenantId } } }));
  expect(items[0]).toMatchObject({ workflow: "wake", status: "succeeded" });
});

test("a restart of the service during a reply fails the reply, and the next message is answered afterwards", async () => {
  const release = model.hold("until the end");
  const asked = await ask("until the end");
  await turnBegins("until the end");
  const waiting = await ask("after it");
  page.close();
  await world.restart();
  release();
  ada = await signIn(world.cloud, "ada@example.com");
  page = await ada.watch(tenantId);
  expect(await over(asked)).toMatchObject({ status: "failed", error: expect.stringMatching(/Ask again/) });
  expect(await over(waiting)).toMatchObject({ status: "done" });
});
