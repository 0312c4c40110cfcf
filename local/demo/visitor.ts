// Plays a person without a browser, for the demo and for tests: signs up by mail, creates workspaces, and waits by the
// hints that pages get.

import { type ApiClient, answer, apiClient, type Schemas } from "../../client/index.ts";
import * as Run from "../../core/run/index.ts";
import { authorize, createBrowser, followToClient, signDemoIn, type Tokens } from "../identity/headless.ts";
import { WEB_CLIENT } from "../identity/index.ts";

export interface Visitor {
  api: ApiClient;
  user: Schemas["User"];
  accountId: string;
  /** Creates a workspace; the same `requestId` is the same workspace. */
  createTenant(
    name: string,
    options?: { requestId?: string; goal?: string },
  ): Promise<{ tenant: Schemas["Tenant"]; run: Schemas["Run"] }>;
  watch(tenantId: string): Promise<Watch>;
}

/** An open WebSocket of one tenant. */
export interface Watch {
  /** The messages so far: hints, and pieces of agents' answers. */
  received: Record<string, unknown>[];
  /** Calls `probe` now and at each hint, until it returns a value. Throws when it has not after `timeoutMs`. */
  until<T>(what: string, probe: () => Promise<T | undefined>, timeoutMs?: number): Promise<T>;
  close(): void;
}

const PASSWORD = "a long enough password";

interface Site {
  url: string;
  outbox: { list(): Promise<{ to: string; text: string }[]> };
}

const clientOf = ({ url }: Pick<Site, "url">) => ({
  issuer: `${url}/oidc`,
  clientId: WEB_CLIENT,
  redirectUri: `${url}/callback`,
});

/** Signs up with an e-mail address, a password and the code from the outbox. */
export async function signUp(site: Site, person: { name: string; email: string }): Promise<Visitor> {
  const { page, post, finish } = await openSignIn(site);
  await post(`${page}/sign-up`, { ...person, password: PASSWORD });
  const mail = (await site.outbox.list()).find(({ to }) => to === person.email);
  const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
  if (!code) throw new Error("The mail with the code did not arrive");
  return finish(await post(`${page}/verify`, { code }));
}

/** Signs in again with the password of `signUp`. */
export async function signIn(site: Site, email: string): Promise<Visitor> {
  const { page, post, finish } = await openSignIn(site);
  return finish(await post(`${page}/sign-in`, { email, password: PASSWORD }));
}

/** Opens the sign-in page; `finish` takes the response that has signed the person in. */
async function openSignIn(site: Site) {
  const client = clientOf(site);
  const browser = createBrowser();
  const authorization = authorize(client);
  const started = await browser.get(authorization.url);
  return {
    page: new URL(started.headers.get("location") ?? "", client.issuer).href,
    post: browser.post,
    async finish(signedIn: Response): Promise<Visitor> {
      const redirect = await followToClient(browser, client.issuer, signedIn);
      return enter(site.url, await authorization.exchange(redirect));
    },
  };
}

export async function signInAsDemo(site: Pick<Site, "url">): Promise<Visitor> {
  return enter(site.url, await signDemoIn(clientOf(site)));
}

async function enter(url: string, { access_token }: Tokens): Promise<Visitor> {
  const api = apiClient({ site: url, token: () => access_token });
  const user = await answer(api.POST("/sessions"));
  const { accounts } = await answer(api.GET("/me"));
  const accountId = accounts[0]?.accountId ?? "";
  return {
    api,
    user,
    accountId,
    async createTenant(name, { requestId = crypto.randomUUID(), goal } = {}) {
      const { tenant, run } = await answer(
        api.POST("/accounts/{accountId}/tenants", {
          params: { path: { accountId }, header: { "Idempotency-Key": requestId } },
          body: { name, goal },
        }),
      );
      if (!run) throw new Error(`The workspace ${name} is only a draft`);
      return { tenant, run };
    },
    watch: (tenantId) => watch(url, api, tenantId),
  };
}

async function watch(url: string, api: ApiClient, tenantId: string): Promise<Watch> {
  const { ticket } = await answer(
    api.POST("/t/{tenantId}/socket-tickets", { params: { path: { tenantId } } }),
  );
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/ws?ticket=${ticket}`);
  const hints = new EventTarget();
  const received: Record<string, unknown>[] = [];
  socket.addEventListener("message", ({ data }) => {
    received.push(JSON.parse(String(data)));
    hints.dispatchEvent(new Event("hint"));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", () => reject(new Error("The WebSocket was refused")), { once: true });
  });

  return {
    received,
    until: <T>(what: string, probe: () => Promise<T | undefined>, timeoutMs = 30_000) =>
      new Promise<T>((resolve, reject) => {
        let isProbing = false;
        let isHinted = false;
        const timer = setTimeout(
          () => end(() => reject(new Error(`Waited ${timeoutMs / 1000} s for ${what}`))),
          timeoutMs,
        );
        const end = (settle: () => void) => {
          clearTimeout(timer);
          hints.removeEventListener("hint", check);
          settle();
        };
        async function check(): Promise<void> {
          isHinted = true;
          if (isProbing) return;
          isProbing = true;
          try {
            while (isHinted) {
              isHinted = false;
              const found = await probe();
              if (found !== undefined) return end(() => resolve(found));
            }
          } catch (error) {
            end(() => reject(error));
          } finally {
            isProbing = false;
          }
        }
        hints.addEventListener("hint", check);
        void check();
      }),
    close: () => socket.close(),
  };
}

export const isOver: (run: Schemas["Run"]) => boolean = Run.isOver;
