// A world for the tests of the identity provider: the provider on a server of its own, and people who use it.
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { afterEach, beforeEach, vi } from "vitest";
import {
  authorize,
  type Browser,
  type ClientSettings,
  createBrowser,
  followToClient,
  type Tokens,
} from "../../../local/identity/headless.ts";
import { CLI_CLIENT, createIdentity, type Identity, WEB_CLIENT } from "../../../local/identity/index.ts";
import { createOutbox, type Outbox } from "../../../local/outbox.ts";
import { openTableEngine, type TableEngine } from "../../../local/table/engine.ts";

export const DEMO = { email: "demo@clawe.test", name: "Demo" };
export const ADA = { name: "Ada <3", email: "ada@example.com", password: "correct horse battery" };

let directory: string;
export let engine: TableEngine;
let server: Server;
export let identity: Identity;
export let outbox: Outbox;
export let origin: string;
let clock: number;
export let web: ClientSettings;
export let cli: ClientSettings;

/** Opens the store and the provider, on the same port when called again. */
export async function start(): Promise<void> {
  engine = await openTableEngine({ directory });
  outbox = createOutbox(engine.store);
  server = createServer((request, response) => {
    identity.handler(request, response).catch((error: Error) => response.destroy(error));
  });
  const port = origin ? Number(new URL(origin).port) : 0;
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const issuer = `${origin}/oidc`;
  const settings = { issuer, store: engine.store, mail: outbox, webOrigin: origin };
  identity = await createIdentity({ ...settings, demoUser: DEMO, now: () => clock });
  web = { issuer, clientId: WEB_CLIENT, redirectUri: `${origin}/callback` };
  cli = { issuer, clientId: CLI_CLIENT, redirectUri: "http://127.0.0.1:51234/callback" };
}

export async function stop(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await engine.close();
}

/** Starts the provider for each test of the file. */
export function useIdentity(): void {
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "clawe-identity-"));
    origin = "";
    clock = Date.now();
    await start();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await stop();
    await rm(directory, { recursive: true, force: true });
  });
}

export function advanceClock(ms: number): void {
  clock += ms;
}

/** Replaces the provider by one that has no demo user. */
export async function startWithoutDemoUser(): Promise<void> {
  const { issuer } = identity.settings;
  identity = await createIdentity({ issuer, store: engine.store, mail: outbox, webOrigin: origin });
}

/** Opens the sign-in page of a new authorization request. */
export async function open(browser: Browser, client = web, extra: Record<string, string> = {}) {
  const authorization = authorize(client, extra);
  const response = await browser.get(authorization.url);
  const page = new URL(response.headers.get("location") ?? "", origin).href;
  const finish = async (signedIn: Response): Promise<Tokens> =>
    authorization.exchange(await followToClient(browser, client.issuer, signedIn));
  return { page, finish };
}

export async function newestCode(): Promise<string> {
  const [message] = await outbox.list();
  return /\b\d{6}\b/.exec(message?.text ?? "")?.[0] ?? "";
}

export const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");

export async function signUp(browser = createBrowser()): Promise<Tokens> {
  const { page, finish } = await open(browser);
  await browser.post(`${page}/sign-up`, ADA);
  return finish(await browser.post(`${page}/verify`, { code: await newestCode() }));
}

export async function signIn(credentials: { email: string; password: string }): Promise<Response> {
  const browser = createBrowser();
  const { page } = await open(browser);
  return browser.post(`${page}/sign-in`, credentials);
}

export async function claims(tokens: Tokens) {
  const keys = createRemoteJWKSet(new URL(identity.settings.jwksUri));
  const {
    issuer,
    audiences: [audience],
  } = identity.settings;
  return (await jwtVerify(tokens.access_token, keys, { issuer, audience, typ: "at+jwt" })).payload;
}

export function userinfo(tokens: Tokens): Promise<Response> {
  return fetch(identity.settings.userinfoUri, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  });
}
