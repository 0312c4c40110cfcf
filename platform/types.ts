// What differs between the cloud and a laptop. `#platform` exports one const of each type below.
import type { Readable } from "node:stream";
import type { DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";

/** The one table: its name and how to reach it. */
export interface TableSettings {
  name: string;
  client: DynamoDBClientConfig;
}

/** Whose tokens we accept. Local: the embedded OIDC provider; deployed: Cognito. */
export interface IdentitySettings {
  /** Exactly the `iss` of the tokens. */
  issuer: string;
  /** `client_id` (Cognito) or `aud` (RFC 9068) of the web app's and the CLI's access tokens: one of these. */
  audiences: string[];
  jwksUri: string;
  userinfoUri: string;
}

/** Where the service is reached. */
export interface SiteSettings {
  /** The site's public URL, without a trailing slash. */
  url: string;
  /** Origins besides the site's own whose pages may call the API. None unless said. */
  allowedOrigins?: string[];
  /** A header that our CDN sets to the caller's `address:port`. Absent: the connection's own address is theirs. */
  addressHeader?: string;
}

/** A place squadhubs live in: stored with each from the first day. */
export interface Cell {
  account: string;
  region: string;
  cluster: string;
  fileSystem: string;
}

/** Ids of what was created for a squadhub, filled in by the provisioning steps. */
export interface SquadhubResources {
  secret?: string;
  storage?: string;
  role?: string;
  definition?: string;
  discovery?: string;
  service?: string;
}

/** All a driver needs to know of a squadhub. */
export interface SquadhubSpec {
  tenantId: string;
  cell: Cell;
  /** vCPU and GB, from the plan. */
  size: { cpu: number; memory: number };
  /** Of the definition: each that is registered has another. */
  revision: number;
  resources: SquadhubResources;
  /** Where the squadhub's CLI and plugin find us: the site's URL without `/api`. */
  claweUrl: string;
  agents: { id: string; name: string; emoji: string }[];
}

/** What was seen of a service, kept before clean-up destroys it. */
export interface ServiceEvidence {
  running: boolean;
  stoppedReason?: string;
  exitCode?: number;
  /** The last lines of the gateway's log, oldest first, at most 50, free of secrets. */
  logs: string[];
}

/**
 * Creates and deletes what a squadhub is made of. Every method may run twice with the same result, finds its
 * resource by tenant id when `resources` lacks the id (a crash between effect and record), and treats a missing
 * resource as deleted. Throws `Error` with a plain message; retries are the state machine's.
 */
export interface SquadhubDriver {
  createStorage(spec: SquadhubSpec): Promise<string>;
  deleteStorage(spec: SquadhubSpec): Promise<void>;
  /** Removes the data itself; deleting an access point does not. */
  eraseStorage(spec: SquadhubSpec): Promise<void>;
  /** All of the data as one archive. Only while the service is stopped: its state is SQLite, a running copy is torn. */
  packStorage(spec: SquadhubSpec): Promise<Readable>;
  /**
   * Replaces the data by an archive's, whole or not at all; only while the service is stopped. `confirm` is called just
   * before it takes effect, and throws when that is not wanted any more.
   */
  unpackStorage(spec: SquadhubSpec, archive: Readable, confirm: () => Promise<void>): Promise<void>;
  createRole(spec: SquadhubSpec): Promise<string>;
  deleteRole(spec: SquadhubSpec): Promise<void>;
  registerDefinition(spec: SquadhubSpec): Promise<string>;
  /** All of the squadhub's definitions. */
  deregisterDefinition(spec: SquadhubSpec): Promise<void>;
  /** All of them but that of `revision`. */
  retireDefinitions(spec: SquadhubSpec): Promise<void>;
  registerDiscovery(spec: SquadhubSpec): Promise<string>;
  deregisterDiscovery(spec: SquadhubSpec): Promise<void>;
  /** Starts one task, never two at once; returns as soon as it is asked for, not when it is ready. */
  startService(spec: SquadhubSpec): Promise<string>;
  /** Stops the task and returns when nothing of it runs any more. */
  deleteService(spec: SquadhubSpec): Promise<void>;
  describeService(spec: SquadhubSpec): Promise<ServiceEvidence>;
}

/** What a gateway is asked by: its API's token, and that of its hooks endpoint. */
export type GatewayTokens = Pick<TenantSecrets, "gatewayToken" | "hooksToken">;

/**
 * Gateways that were started ahead, for nobody. Where that cannot be (on AWS: docs/decisions/0014) there is never
 * one, and everything is started when it is asked for.
 */
export interface WarmPool {
  /**
   * Takes a gateway that fits for this tenant, for good: its tokens must become the tenant's, its storage is the
   * tenant's from now on, and `startService` hands it over instead of starting another. A tenant has one claim:
   * again gives the same, or undefined when it has died meanwhile. Undefined: there is none.
   */
  claim(spec: SquadhubSpec): Promise<GatewayTokens | undefined>;
  /** Ends and erases what was claimed: a gateway that had a tenant is never given to another. */
  release(spec: SquadhubSpec): Promise<void>;
}

/** Finds a squadhub's address by its discovery name. Only `functions/gateway/forward` uses it. */
export interface Discovery {
  /** Base URLs (`http://host:port`) of the instances registered now; empty when it is not running. */
  resolve(discoveryName: string): Promise<string[]>;
}

/** A request to a gateway, made by `functions/gateway/forward` and nobody else. */
export interface ForwardRequest {
  discoveryName: string;
  /** The gateway token: shown only to an address that has proven to know it. */
  gatewayToken: string;
  call:
    | { kind: "health" }
    | {
        kind: "send";
        agentId: string;
        message: string;
        idempotencyKey: string;
        /** An agent that works, or has something waiting, is left alone; nor is told of when it is free again. */
        onlyIfFree?: boolean;
      }
    | { kind: "rpc"; method: string; params: Record<string, unknown> }
    /** Ends the chat that was begun with this key, and the agent's turn with it. */
    | { kind: "hangUp"; key: string }
    /** A file whose content is null is deleted. */
    | { kind: "files"; agentId: string; files: Record<string, string | null> };
}
export type ForwardResponse =
  | { ok: true; value: unknown }
  /** `unreachable`: nobody there, or not proven; `busy`: try later; `refused`: will not work when repeated. */
  | { ok: false; reason: "unreachable" | "busy" | "refused"; message: string };
export type Forward = (request: ForwardRequest) => Promise<ForwardResponse>;

/** A message to an agent whose answer is streamed, made by `functions/gateway/chat` and nobody else. */
export interface ChatRequest extends Pick<ForwardRequest, "discoveryName" | "gatewayToken"> {
  agentId: string;
  message: string;
  /** What `hangUp` calls it. */
  key: string;
}
/** A piece of an answer. The last one is `end` or `error`. */
export type ChatPart =
  | { kind: "text"; text: string }
  /** Nothing is said at the moment; the connection stands. */
  | { kind: "alive" }
  | { kind: "end" }
  | {
      kind: "error";
      /** As in `ForwardResponse`; once the agent has the message: `failed`, its turn did; `broken`, the stream did. */
      reason: "unreachable" | "busy" | "refused" | "failed" | "broken";
    };
/** Never throws for a gateway. `signal` ends the stream; the agent's turn is ended by `hangUp`. */
export type Converse = (request: ChatRequest, signal: AbortSignal) => AsyncIterable<ChatPart>;

/** Starts and continues state machines. */
export interface Workflows {
  /** The same name twice is one execution. */
  start(workflow: WorkflowName, executionName: string, input: Record<string, unknown>): Promise<void>;
  /** Completes a waiting task. False when the token is no longer waited for. */
  succeed(taskToken: string, output: Record<string, unknown>): Promise<boolean>;
  fail(taskToken: string, error: string, cause: string): Promise<boolean>;
}
export type WorkflowName =
  | "provision"
  | "deprovision"
  | "sleep"
  | "wake"
  | "restart"
  | "backup"
  | "backupAtRest"
  | "upgrade"
  | "restore";

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED" | "TIMED_OUT";
/** One execution of a state machine. Times are ISO 8601. */
export interface Execution {
  workflow: WorkflowName;
  name: string;
  status: ExecutionStatus;
  /** What it was started with. */
  input: Record<string, unknown>;
  startedAt: string;
  endedAt?: string;
}
/** One stay in a state. */
export interface StateVisit {
  state: string;
  type: string;
  input: unknown;
  output?: unknown;
  enteredAt: string;
  /** Absent while it is there, and where the execution ended. */
  exitedAt?: string;
  /** Tries after the first. */
  retries: number;
  errors: { error: string; cause: string; at: string }[];
}
/** A state machine in Amazon States Language, as far as it is looked at. */
export interface MachineDefinition {
  StartAt: string;
  States: Record<string, { Type: string; [field: string]: unknown }>;
}
/** An execution with all that it went through. */
export interface ExecutionHistory extends Execution {
  output?: unknown;
  error?: string;
  cause?: string;
  /** In the order of entering. */
  visits: StateVisit[];
  definition: MachineDefinition;
}
/** Where one stands in a list: by the time of its start; of two at once, by its name. */
export type ExecutionPlace = Pick<Execution, "startedAt" | "name">;
/** Looks into the engine of the state machines, and changes nothing. */
export interface Executions {
  /** Of these workflows together, newest first: those that stand after `before`, `limit` at most. */
  list(
    workflows: readonly WorkflowName[],
    page: { limit: number; before?: ExecutionPlace },
  ): Promise<Execution[]>;
  /** Undefined when there is none of that name, or it is no longer kept. */
  find(workflow: WorkflowName, name: string): Promise<ExecutionHistory | undefined>;
}

/** One agent's queue of pending notifications. */
export interface LaneRef {
  tenantId: string;
  agentId: string;
}
/** A doorbell that was given up: it failed too often, each time with the drain function itself. */
export interface DeadLetter {
  id: string;
  lane: LaneRef;
  /** ISO 8601. */
  sentAt: string;
  /** How often it was tried. */
  receives: number;
}
/** A lane's doorbell as a queue carries it. */
export interface Doorbell extends LaneRef {
  /** What hindered the lane is over: its back-off is forgotten. */
  clearBackoff?: boolean;
}
/** Doorbells of lanes: one of a lane is handled at a time, in order; deduplicated by `dedupId`. */
export interface Lanes {
  ring(doorbell: Doorbell, dedupId: string): Promise<void>;
  /** Rings after so many seconds, 15 minutes at most. Until then nothing of the lane is held up. */
  ringLater(lane: LaneRef, seconds: number): Promise<void>;
  /** The doorbells that were given up, oldest first; some of them when there are many. */
  deadLetters(): Promise<DeadLetter[]>;
  /** Rings all of them again. Returns how many, as far as that is known at once. */
  redrive(): Promise<number>;
}

/** EventBridge Scheduler's shape: `cron()`, `rate()` or `at()` in a time zone. */
export interface Schedule {
  /** Unique within its group. */
  name: string;
  /** The tenant's id: its schedules are found and deleted together. */
  group: string;
  expression: string;
  timezone: string;
  /** Late firing allowed after an outage, in minutes. */
  windowMinutes: number;
  target:
    | { kind: "lane"; lane: LaneRef }
    | { kind: "routine"; tenantId: string; routineId: string }
    /** It is time to tell the agent what is open for it. */
    | { kind: "heartbeat"; tenantId: string; agentId: string }
    /** It is time to look whether anything still needs the tenant's squadhub. */
    | { kind: "idle"; tenantId: string }
    /** It is time to look whether the tenant's chats still go on. */
    | { kind: "chat"; tenantId: string };
}
export interface Schedules {
  put(schedule: Schedule): Promise<void>;
  delete(group: string, name: string): Promise<void>;
  deleteGroup(group: string): Promise<void>;
}

/** Looks at schedules, and changes none. */
export interface Timetable {
  /** All of the group. Where names have a limit, a long one is given as its hash. */
  list(group: string): Promise<Schedule[]>;
}

/** A squadhub's secrets: plain only here and in the gateway. */
export interface TenantSecrets {
  gatewayToken: string;
  squadhubToken: string;
  /** For the gateway's hooks endpoint: another value than the gateway token (an advisory's rule). */
  hooksToken: string;
}
export interface Secrets {
  /** Keeps the first value when called twice; returns the secret's id. */
  create(tenantId: string, value: TenantSecrets): Promise<string>;
  /** `fresh`: not as it was up to a minute ago. */
  read(tenantId: string, options?: { fresh?: boolean }): Promise<TenantSecrets | undefined>;
  /** Replaces the value by another. What was before is kept for `goBack`; the same `change` twice is one. */
  replace(tenantId: string, change: string, value: TenantSecrets): Promise<void>;
  /** Puts back what was before `change`, if that was the last one and has taken effect. */
  goBack(tenantId: string, change: string): Promise<void>;
  delete(tenantId: string): Promise<void>;
}

/** The event bus: everything that the table says happened, but for notifications. */
export interface Bus {
  publish(events: { id: string; type: string; detail: Record<string, unknown> }[]): Promise<void>;
}

export interface Mail {
  send(message: { to: string; subject: string; text: string; idempotencyKey: string }): Promise<void>;
}

/** WebSockets of open pages. They carry hints, and answers of agents while they are being said. */
export interface Sockets {
  /** False when the connection is gone. */
  send(connectionId: string, data: Record<string, unknown>): Promise<boolean>;
}

/** How to send a file: a POST of `multipart/form-data` with these fields in front of the part `file`. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
  /** ISO 8601. */
  expiresAt: string;
}

/** Files of tenants. A key is `t/<tenantId>/…`. */
export interface Objects {
  /** Keeps what the stream gives, whole or not at all; a file that is there already stays. Returns its bytes. */
  write(key: string, content: Readable): Promise<number>;
  /** Undefined when there is no such file. */
  read(key: string): Promise<Readable | undefined>;
  /** A form that for so many seconds takes one file of exactly this size and type. */
  uploadForm(key: string, file: { contentType: string; size: number }, seconds: number): Promise<UploadForm>;
  /** A URL that for so many seconds gives the file, as something to save and never to show. */
  downloadUrl(
    key: string,
    file: { fileName: string; contentType: string },
    seconds: number,
  ): Promise<{ url: string; expiresAt: string }>;
  /** Undefined when there is no such file. */
  head(key: string): Promise<{ contentType: string; size: number } | undefined>;
  delete(key: string): Promise<void>;
  /** Deletes every file whose key begins so, with all its versions. */
  deleteAll(prefix: string): Promise<void>;
}

/** What new squadhubs are made of. */
export interface Release {
  /** The image, or program and version, that a definition registered now runs. */
  current(): Promise<string>;
}

export interface Platform {
  table: TableSettings;
  identity: IdentitySettings;
  site: SiteSettings;
  /** Where new squadhubs may go, in order of preference, and how many each cell holds. */
  cells: { cell: Cell; capacity: number }[];
  /** Verified e-mail addresses, in lower case, of people who are operator admins by configuration. */
  operators: string[];
  bus: Bus;
  squadhubs: SquadhubDriver;
  pool: WarmPool;
  release: Release;
  discovery: Discovery;
  forward: Forward;
  converse: Converse;
  workflows: Workflows;
  executions: Executions;
  lanes: Lanes;
  schedules: Schedules;
  timetable: Timetable;
  secrets: Secrets;
  mail: Mail;
  sockets: Sockets;
  objects: Objects;
}
