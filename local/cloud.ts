// The whole service in one process on one port: the deployed handlers, state machines and table code on local engines.
import { mkdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { handler as answerChat } from "../functions/consumers/answer-chat.ts";
import { handler as beginHeartbeats } from "../functions/consumers/begin-heartbeats.ts";
import { handler as discardFile } from "../functions/consumers/discard-file.ts";
import { handler as drain } from "../functions/consumers/drain-lane.ts";
import { handler as endRun } from "../functions/consumers/end-run.ts";
import { handler as putOffSleep } from "../functions/consumers/extend-idle-deadline.ts";
import { handler as publish } from "../functions/consumers/publish-changes.ts";
import { handler as push } from "../functions/consumers/push-hints.ts";
import { handler as resumeChats } from "../functions/consumers/resume-chats.ts";
import { handler as resyncRoutines } from "../functions/consumers/resync-routines.ts";
import { handler as ringAgain } from "../functions/consumers/retry-lane.ts";
import { handler as ringLanes } from "../functions/consumers/ring-lanes.ts";
import { handler as serviceStopped } from "../functions/consumers/service-stopped.ts";
import { handler as socket } from "../functions/consumers/socket.ts";
import { handler as startRun } from "../functions/consumers/start-run.ts";
import { handler as sweepTask } from "../functions/consumers/sweep-task.ts";
import { handler as syncRoutine } from "../functions/consumers/sync-routine.ts";
import { handler as syncSquad } from "../functions/consumers/sync-squad.ts";
import { converse } from "../functions/gateway/converse.ts";
import { forward } from "../functions/gateway/forward.ts";
import { handler as beat } from "../functions/timers/heartbeat.ts";
import { handler as lookIfIdle } from "../functions/timers/idle.ts";
import { handler as reap } from "../functions/timers/reap.ts";
import { handler as fireRoutine } from "../functions/timers/routine.ts";
import { usePlatform } from "../platform/local/index.ts";
import type { Doorbell, LaneRef } from "../platform/types/lanes.ts";
import type { Schedule } from "../platform/types/schedules.ts";
import type { ModelProvider } from "../squadhub/config.ts";
import { machines } from "../workflows/index.ts";
import { type Consumer, createBus, eventOf } from "./bus.ts";
import { createFront } from "./front.ts";
import { createIdentity } from "./identity/index.ts";
import { createOfflineModel } from "./model/server.ts";
import { createObjects } from "./objects.ts";
import { createOutbox } from "./outbox.ts";
import { listenOnFreePort } from "./ports.ts";
import { createQueue } from "./queue.ts";
import { startedAhead } from "./runtime.ts";
import { createScheduler, type LocalSchedule } from "./scheduler.ts";
import { createSecrets } from "./secrets.ts";
import { createSockets } from "./sockets.ts";
import type { GatewayRuntime } from "./squadhub/gateway-command.ts";
import { createLocalSquadhubs } from "./squadhub/squadhubs.ts";
import { createStreamReader } from "./stream-reader.ts";
import { ensureTable } from "./table/create.ts";
import { openTableEngine } from "./table/engine.ts";
import { createWorkflowFunctions } from "./workflow-functions.ts";
import { createExecutions } from "./workflows/executions.ts";
import { createWorkflows } from "./workflows.ts";

export interface CloudOptions {
  /** Holds all state. */
  directory: string;
  /** The port wanted; the next free one is taken. 0 takes any; absent, the one of the last time, or 4000. */
  port?: number;
  /** What runs as a squadhub; may install it first. */
  runtime: () => Promise<GatewayRuntime>;
  /** What that is called: squadhubs that run another are told that there is a newer version. */
  image?: () => string;
  /** Absent: agents talk to the offline model. */
  model?: ModelProvider;
  /** The built web page and the bundled CLI. */
  web: string;
  cli: string;
  /** How many gateways are started ahead, for workspaces to come; 0 unless said. */
  warmPool?: number;
  /** How often gateways report that they live; a stub or plugin knows its own time when absent. */
  livenessSeconds?: number;
  /** Multiplies the waits between the tries of the state machines; for tests. */
  timeScale?: number;
  /** The longest that a step of a state machine may take, in seconds; its own timeout unless said. For tests. */
  stepSeconds?: number;
  /** What time it is for schedules, in milliseconds since the epoch; for measuring. */
  clock?: () => number;
  report(problem: string): void;
}

const TABLE = "clawe";
const FIRST_PORT = 4000;
const DEMO_USER = { email: "demo@example.com", name: "Demo" };
const CELL = { account: "local", region: "local", cluster: "laptop", fileSystem: "disk" };
/** A gateway needs 2 GB; more than this many would not run on a laptop anyway. */
const CELL_CAPACITY = 20;

/** A laptop that was off at that time reaps when it is on again. */
const REAPER: LocalSchedule = {
  name: "reaper",
  group: "service",
  expression: "cron(17 3 * * ? *)",
  timezone: "UTC",
  windowMinutes: 24 * 60,
  target: { kind: "reaper" },
};

export type Cloud = Awaited<ReturnType<typeof startCloud>>;

/** Starts everything, resumes what a crash has left unfinished, and listens. Throws when `directory` is in use. */
export async function startCloud(options: CloudOptions) {
  const { directory, report } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const engine = await openTableEngine({ directory: join(directory, "store") });
  const { store } = engine;
  await ensureTable(engine.clientConfig, TABLE);

  // Requests that arrive while the engines are put together wait for them.
  const assembled =
    Promise.withResolvers<(request: IncomingMessage, response: ServerResponse) => Promise<void>>();
  const server = createServer(async (request, response) => {
    try {
      await (await assembled.promise)(request, response);
    } catch (error) {
      report(`${request.method} ${request.url?.split("?", 1)[0]} failed: ${error}`);
      response.destroy();
    }
  });
  const wanted = options.port ?? (await store.get<number>("port")) ?? FIRST_PORT;
  const port = await listenOnFreePort(server, wanted);
  await store.put("port", port);
  const url = `http://localhost:${port}`;

  const outbox = createOutbox(store);
  const identity = await createIdentity({
    issuer: `${url}/oidc`,
    store,
    mail: outbox,
    webOrigin: url,
    demoUser: DEMO_USER,
  });
  const secrets = createSecrets(store);
  const objects = await createObjects({ store, directory: join(directory, "objects"), url });
  const model = createOfflineModel();
  const squadhubs = createLocalSquadhubs({
    store,
    secrets,
    directory: join(directory, "squadhubs"),
    runtime: options.runtime,
    image: options.image,
    model: options.model ?? { kind: "offline", baseUrl: `http://127.0.0.1:${port}/model/v1` },
    cliBundle: options.cli,
    livenessSeconds: options.livenessSeconds,
    restart: true,
    warm: startedAhead(options.warmPool ?? 0),
  });

  const functions = createWorkflowFunctions();
  const workflows = createWorkflows({
    store,
    definitions: machines,
    timeScale: options.timeScale,
    stepSeconds: options.stepSeconds,
    invoke: functions.invoke,
    async onEnd({ name, status, input }) {
      const { tenantId, runId } = input as { tenantId: string; runId: string };
      await endRun(eventOf("execution.ended", { name, status, tenantId, runId }));
    },
  });
  squadhubs.onStopped(({ tenantId, reason, exitCode }) => {
    report(`The squadhub of ${tenantId} stopped: ${reason}`);
    serviceStopped(eventOf("service.stopped", { tenantId, reason, exitCode })).catch((error: unknown) =>
      report(`Telling so failed: ${error}`),
    );
  });

  const doorbells = createQueue({
    store,
    name: "doorbells",
    visibilitySeconds: 60,
    maxReceives: 5,
    handler: drain,
    onDeadLetter: ({ group }) => report(`A doorbell of lane ${group} is dead; it can be re-driven.`),
  });
  // A gateway takes seconds to follow, or is away: the other events must not wait for it.
  const squads = createQueue({
    store,
    name: "squads",
    visibilitySeconds: 60,
    maxReceives: 8,
    async handler({ Records }) {
      for (const { body } of Records) await syncSquad(eventOf("squad.changed", JSON.parse(body)));
    },
    onDeadLetter: ({ group }) => report(`The squad of ${group} could not be pushed to its gateway.`),
  });
  // An answer takes minutes, too. In no order: which of an agent's messages is next, the domain knows.
  const chats = createQueue({
    store,
    name: "chats",
    visibilitySeconds: 15 * 60,
    maxReceives: 3,
    async handler({ Records }) {
      for (const { body } of Records) await answerChat(eventOf("chat.due", JSON.parse(body)));
    },
    onDeadLetter: ({ body }) => report(`A chat could not be answered: ${body}`),
  });
  const closing = new AbortController();
  const ring = ({ tenantId, agentId, clearBackoff }: Doorbell, dedupId: string) =>
    doorbells.send(`${tenantId}:${agentId}`, JSON.stringify({ tenantId, agentId, clearBackoff }), dedupId);
  const laterDoorbells = createQueue({
    store,
    name: "later-doorbells",
    visibilitySeconds: 60,
    maxReceives: 5,
    handler: ringAgain,
    onDeadLetter: ({ body }) => report(`A later doorbell is dead: ${body}`),
  });
  async function fire({ name, target }: LocalSchedule, scheduledAt: Date): Promise<void> {
    const at = scheduledAt.toISOString();
    if (target.kind === "lane") await ring(target.lane, `${name}-${at}`);
    else if (target.kind === "idle") await lookIfIdle(target);
    else if (target.kind === "chat") await resumeChats(target);
    else if (target.kind === "heartbeat") await beat({ ...target, scheduledAt: at });
    else if (target.kind === "reaper") await reap();
    else await fireRoutine({ ...target, scheduledAt: at });
  }
  // What was missed goes the same way: the domain knows what is too late.
  const scheduler = createScheduler({ store, clock: options.clock, fire, onMissed: fire });
  const sockets = createSockets(
    { onConnect: socket, onDisconnect: async (event) => void (await socket(event)) },
    { allowedOrigins: [url, `http://127.0.0.1:${port}`] },
  );

  usePlatform({
    table: { name: TABLE, client: engine.clientConfig },
    identity: identity.settings,
    site: { url },
    cells: [{ cell: CELL, capacity: CELL_CAPACITY }],
    operators: [DEMO_USER.email],
    bus: createBus({
      "run.queued": [startRun],
      "routine.changed": [syncRoutine],
      "tenant.timezone_changed": [resyncRoutines],
      "task.deleted": [sweepTask],
      "file.released": [discardFile],
      "squad.changed": [
        ({ id, detail }) =>
          squads.send((detail as { tenantId: string }).tenantId, JSON.stringify(detail), id),
      ],
      "chat.due": [({ id, detail }) => chats.send(id, JSON.stringify(detail), id)],
      "squadhub.settled": [resumeChats, ringLanes],
      "agent.has_work": [beginHeartbeats],
      "tenant.worked": [putOffSleep],
      "page.changed": [push],
    } as Record<string, Consumer[]>),
    squadhubs: squadhubs.driver,
    pool: squadhubs.pool,
    release: squadhubs.release,
    discovery: squadhubs.discovery,
    forward,
    converse: (request, signal) => converse(request, AbortSignal.any([signal, closing.signal])),
    workflows,
    executions: createExecutions(store, machines),
    lanes: {
      ring,
      ringLater(lane, seconds) {
        // In no order: each is a group of its own.
        const id = crypto.randomUUID();
        return laterDoorbells.send(id, JSON.stringify(lane), id, seconds);
      },
      deadLetters: async () =>
        (await doorbells.deadLetters()).map(({ id, body, sentAt, receiveCount }) => ({
          id,
          lane: JSON.parse(body) as LaneRef,
          sentAt: new Date(sentAt).toISOString(),
          receives: receiveCount,
        })),
      redrive: () => doorbells.redrive(),
    },
    schedules: scheduler,
    // The reaper is in no tenant's group.
    scheduleReader: { list: (group) => scheduler.list(group) as Promise<Schedule[]> },
    secrets,
    mail: outbox,
    sockets,
    objects,
  });

  const onDeadLetter = ({ record, error }: { record: { eventID?: string }; error: string }) =>
    report(`Change ${record.eventID} could not be handled: ${error}`);
  const readers = [
    createStreamReader({ engine, table: TABLE, name: "events", handler: publish, onDeadLetter }),
    createStreamReader({
      engine,
      table: TABLE,
      name: "doorbells",
      filter: ({ eventName, dynamodb }) =>
        eventName === "INSERT" && !!dynamodb?.Keys?.sk?.S?.startsWith("LANE#"),
      async handler({ Records }) {
        for (const { eventID, dynamodb } of Records) {
          const { tenantId, agentId } = dynamodb?.NewImage ?? {};
          await ring({ tenantId: tenantId?.S ?? "", agentId: agentId?.S ?? "" }, eventID ?? "");
        }
      },
      onDeadLetter,
    }),
  ];

  const front = createFront({ identity, objects, outbox, model, web: options.web });
  sockets.attach(server, "/ws");

  assembled.resolve(front);
  for (const reader of readers) await reader.start();
  await doorbells.start();
  await laterDoorbells.start();
  await squads.start();
  await scheduler.put(REAPER);
  await chats.start();
  await scheduler.start();
  await workflows.resume();
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
    doorbells,
    laterDoorbells,
    scheduler,
    squadhubs,
    model,
    failAt: functions.failAt,
    inject: functions.inject,
    /** Resolves when everything written so far has had its events, and gateways follow what they are to follow. */
    async settled() {
      for (const reader of readers) await reader.idle();
      await squads.idle();
    },
    /** Waits for what is under way, stops every gateway, keeps the state. */
    async stop() {
      server.close();
      await sockets.closeAll();
      await scheduler.stop();
      await workflows.stop();
      for (const reader of readers) await reader.stop();
      await laterDoorbells.stop();
      await doorbells.stop();
      await squads.stop();
      await resumed;
      closing.abort();
      await chats.stop();
      await squadhubs.stopAll();
      server.closeAllConnections();
      await engine.close();
    },
  };
}
