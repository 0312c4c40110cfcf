// A person at the service without a browser: signs up by mail, makes workspaces, and waits by the page's own hints.
// For the demo and for tests.
import { type ApiClient, answer, apiClient, type Schemas } from "../../client/index.ts";
import { authorize, createBrowser, followToClient, signDemoIn, type Tokens } from "../identity/headless.ts";
import { WEB_CLIENT } from "../identity/index.ts";

export interface Visitor {
  api: ApiClient;
  user: Schemas["User"];
  accountId: string;
  /** Asks for a workspace; the same `requestId` is the same workspace. */
  createTenant(
    name: string,
    options?: { requestId?: string; goal?: string },
  ): Promise<{ tenant: Schemas["Tenant"]; run: Schemas["Run"] }>;
  watch(tenantId: string): Promise<Watch>;
}

/** An open WebSocket of one tenant. */
export interface Watch {
  /** What it was sent so far: hints, and pieces of answers. */
  received: Record<string, unknown>[];
  /** Asks `probe` now and at each hint, until it gives something. Throws when it has not after `timeoutMs`. */
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
  const client = clientOf(site);
  const browser = createBrowser();
  const authorization = authorize(client);
  const started = await browser.get(authorization.url);
  const page = new URL(started.headers.get("location") ?? "", client.issuer).href;
  await browser.post(`${page}/sign-up`, { ...person, password: PASSWORD });
  const mail = (await site.outbox.list()).find(({ to }) => to === person.email);
  const code = /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
  if (!code) throw new Error("No code came by mail");
  const verified = await browser.post(`${page}/verify`, { code });
  return enter(
    site.url,
    await authorization.exchange(await followToClient(browser, client.issuer, verified)),
  );
}

/** Signs in again with the password of `signUp`. */
export async function signIn(site: Site, email: string): Promise<Visitor> {
  const client = clientOf(site);
  const browser = createBrowser();
  const authorization = authorize(client);
  const started = await browser.get(authorization.url);
  const page = new URL(started.headers.get("location") ?? "", client.issuer).href;
  const signedIn = await browser.post(`${page}/sign-in`, { email, password: PASSWORD });
  return enter(
    site.url,
    await authorization.exchange(await followToClient(browser, client.issuer, signedIn)),
  );
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
        let asking = false;
        let again = false;
        const timer = setTimeout(
          () => end(() => reject(new Error(`Waited ${timeoutMs / 1000} s for ${what}`))),
          timeoutMs,
        );
        const end = (settle: () => void) => {
          clearTimeout(timer);
          hints.removeEventListener("hint", ask);
          settle();
        };
        async function ask(): Promise<void> {
          again = true;
          if (asking) return;
          asking = true;
          try {
            while (again) {
              again = false;
              const found = await probe();
              if (found !== undefined) return end(() => resolve(found));
            }
          } catch (error) {
            end(() => reject(error));
          } finally {
            asking = false;
          }
        }
        hints.addEventListener("hint", ask);
        void ask();
      }),
    close: () => socket.close(),
  };
}

export const isOver = ({ status }: Schemas["Run"]): boolean =>
  status === "succeeded" || status === "failed" || status === "rollback_incomplete";
