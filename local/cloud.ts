// The whole service in one process on one port: the deployed handlers, state machines and table code on local engines.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { handler as socket } from "../functions/consumers/socket.ts";
import { converse } from "../functions/gateway/converse.ts";
import { forward } from "../functions/gateway/forward.ts";
import { schedules, serviceSchedules, subscriptions } from "../functions/subscriptions.ts";
import { usePlatform } from "../platform/local/index.ts";
import type { Bus } from "../platform/types/bus.ts";
import type { Schedule } from "../platform/types/schedules.ts";
import { machines } from "../workflows/index.ts";
import { createBus } from "./bus.ts";
import { createEngines, DEMO_USER, type EngineOptions } from "./engines.ts";
import { createFront } from "./front.ts";
import { createLanes, type LocalLanes } from "./lanes.ts";
import { createScheduler, type Scheduler } from "./scheduler.ts";
import { openServer } from "./server.ts";
import { createSockets } from "./sockets.ts";
import type { LocalSquadhubs } from "./squadhub/squadhubs.ts";
import type { Store } from "./store.ts";
import { createStreamReaders } from "./stream-readers.ts";
import { ensureTable } from "./table/create.ts";
import { openTableEngine, type TableEngine } from "./table/engine.ts";
import { loadConsumers, wireBus, wireSchedules } from "./wiring.ts";
import { createWorkflowFunctions } from "./workflow-functions.ts";
import { createExecutions } from "./workflows/executions.ts";
import { createWorkflows } from "./workflows.ts";

export interface CloudOptions extends EngineOptions {
  /** The port wanted; the next free one is taken. 0 takes any; absent, the one of the last time, or 4000. */
  port?: number;
  /** The built web page. */
  web: string;
  /** Multiplies the waits between the tries of the state machines; for tests. */
  timeScale?: number;
  /** The longest that a step of a state machine may take, in seconds; its own timeout unless said. For tests. */
  stepSeconds?: number;
  /** What time it is for schedules, in milliseconds since the epoch; for measuring. */
  clock?: () => number;
  report(problem: string): void;
}

const TABLE = "clawe";
const CELL = { account: "local", region: "local", cluster: "laptop", fileSystem: "disk" };
/** A gateway needs 2 GB; more than this many would not run on a laptop anyway. */
const CELL_CAPACITY = 20;

export type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** Starts everything, resumes what a crash has left unfinished, and listens. Throws when `directory` is in use. */
export async function startCloud(options: CloudOptions) {
  const { directory, report } = options;
  await loadConsumers();
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const engine = await openTableEngine({ directory: join(directory, "store") });
  await ensureTable(engine.clientConfig, TABLE);
  const parts = await assemble(options, engine);
  const { url, port, outbox, secrets, squadhubs, model, workflows, scheduler, lanes, functions } = parts;
  await startParts(parts);
  // Last of all: what gateways report needs everything else.
  const resumed = squadhubs
    .resume(url)
    .catch((error: unknown) => report(`Resuming the squadhubs failed: ${error}`));
  return {
    url,
    port,
    directory,
    outbox,
    engine,
    secrets,
    workflows,
    doorbells: lanes.doorbells,
    laterDoorbells: lanes.laterDoorbells,
    scheduler,
    squadhubs,
    model,
    failAt: functions.failAt,
    inject: functions.inject,
    /** Resolves when everything written so far has had its events, and gateways have followed their squads. */
    async settled() {
      for (const reader of parts.readers) await reader.idle();
      for (const { entry } of subscriptions["squad.changed"]) await parts.slow.get(entry)?.idle();
    },
    /** Waits for what is under way, stops every gateway, keeps the state. */
    stop: () => stopParts(parts, resumed),
  };
}

type Parts = Awaited<ReturnType<typeof assemble>>;

/** Makes every part and connects them. Nothing of it works yet, but requests are accepted and wait. */
async function assemble(options: CloudOptions, engine: TableEngine) {
  const { report } = options;
  const { store } = engine;
  const door = await openServer({ store, port: options.port, report });
  const engines = await createEngines(options, store, door);
  const lanes = createLanes({ store, report });
  const { consumers, queues: slow } = wireBus(subscriptions, { store, report });
  const bus = createBus(consumers);
  const functions = createWorkflowFunctions();
  const workflows = workflowsOf(options, store, functions.invoke, bus);
  publishStopped(engines.squadhubs, bus, report);
  const scheduler = schedulerOf(options, store, lanes);
  const sockets = createSockets(
    { onConnect: socket, onDisconnect: async (event) => void (await socket(event)) },
    { allowedOrigins: [door.url, `http://127.0.0.1:${door.port}`] },
  );
  const closing = new AbortController();
  const { identity, squadhubs, secrets, objects, outbox } = engines;
  usePlatform({
    table: { name: TABLE, client: engine.clientConfig },
    identity: identity.settings,
    site: { url: door.url },
    cells: [{ cell: CELL, capacity: CELL_CAPACITY }],
    operators: [DEMO_USER.email],
    bus,
    squadhubs: squadhubs.driver,
    pool: squadhubs.pool,
    release: squadhubs.release,
    discovery: squadhubs.discovery,
    forward,
    converse: (request, signal) => converse(request, AbortSignal.any([signal, closing.signal])),
    workflows,
    executions: createExecutions(store, machines),
    lanes,
    schedules: scheduler,
    // The service's own schedules are in no tenant's group.
    scheduleReader: { list: (group) => scheduler.list(group) as Promise<Schedule[]> },
    secrets,
    mail: outbox,
    sockets,
    objects,
  });
  const readers = createStreamReaders({ engine, table: TABLE, lanes, report });
  const front = createFront({ ...engines, web: options.web });
  return {
    ...door,
    ...engines,
    engine,
    lanes,
    slow,
    functions,
    workflows,
    scheduler,
    sockets,
    closing,
    readers,
    front,
  };
}

function schedulerOf({ clock }: CloudOptions, store: Store, { ring }: LocalLanes): Scheduler {
  const fire = wireSchedules({ ...schedules, ...serviceSchedules }, ring);
  // Missed occurrences take the same path; the domain decides which are too late.
  return createScheduler({ store, clock, fire, onMissed: fire });
}

function workflowsOf(
  { timeScale, stepSeconds }: CloudOptions,
  store: Store,
  invoke: ReturnType<typeof createWorkflowFunctions>["invoke"],
  bus: Bus,
) {
  return createWorkflows({
    store,
    definitions: machines,
    timeScale,
    stepSeconds,
    invoke,
    async onEnd({ name, status, input }) {
      const { tenantId, runId } = input as { tenantId: string; runId: string };
      const detail = { name, status, tenantId, runId };
      await bus.publish([{ id: crypto.randomUUID(), type: "execution.ended", detail }]);
    },
  });
}

function publishStopped(squadhubs: LocalSquadhubs, bus: Bus, report: CloudOptions["report"]): void {
  squadhubs.onStopped(({ tenantId, reason, exitCode }) => {
    report(`The squadhub of ${tenantId} stopped: ${reason}`);
    const detail = { tenantId, reason, exitCode };
    bus
      .publish([{ id: crypto.randomUUID(), type: "service.stopped", detail }])
      .catch((error: unknown) => report(`Its stop could not be handled: ${error}`));
  });
}

/** Requests are answered at once: what they write waits for those that start after. Queues start before what sends to them. */
async function startParts(parts: Parts): Promise<void> {
  const { server, serve, front, sockets, readers, lanes, slow, scheduler, workflows } = parts;
  sockets.attach(server, "/ws");
  serve(front);
  for (const reader of readers) await reader.start();
  for (const queue of [lanes.doorbells, lanes.laterDoorbells, ...slow.values()]) await queue.start();
  await putServiceSchedules(scheduler);
  await scheduler.start();
  await workflows.resume();
}

async function putServiceSchedules(scheduler: Scheduler): Promise<void> {
  for (const [kind, { expression, windowMinutes }] of Object.entries(serviceSchedules))
    await scheduler.put({
      name: kind,
      group: "service",
      expression,
      timezone: "UTC",
      windowMinutes,
      target: { kind },
    });
}

async function stopParts(parts: Parts, resumed: Promise<void>): Promise<void> {
  const { server, sockets, scheduler, workflows, readers, lanes, slow, closing, squadhubs, engine } = parts;
  server.close();
  await sockets.closeAll();
  await scheduler.stop();
  await workflows.stop();
  for (const reader of readers) await reader.stop();
  await lanes.laterDoorbells.stop();
  await lanes.doorbells.stop();
  await resumed;
  // Ends the streams of answers that are being written, which the queue of chats would wait for.
  closing.abort();
  for (const queue of slow.values()) await queue.stop();
  await squadhubs.stopAll();
  server.closeAllConnections();
  await engine.close();
}
