// The local identity provider as the web app, the CLI and the API use it: tokens, signing out, keys.
import { describe, expect, test, vi } from "vitest";
import {
  authorize,
  type Browser,
  createBrowser,
  followToClient,
  refresh,
  signDemoIn,
  type Tokens,
} from "../../local/identity/headless.ts";
import { CLI_CLIENT, WEB_CLIENT } from "../../local/identity/index.ts";
import {
  ADA,
  claims,
  cli,
  identity,
  open,
  origin,
  signIn,
  signUp,
  start,
  stop,
  useIdentity,
  userinfo,
  web,
} from "./identity/world.ts";

useIdentity();

describe("tokens", () => {
  test("refreshing keeps the session id, and reusing a refresh token ends the session", async () => {
    const elsewhere = await signDemoIn(web);
    const tokens = await signDemoIn(web);
    const renewed = await refresh(web, tokens.refresh_token);
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
    expect((await claims(renewed)).sid).toBe((await claims(tokens)).sid);
    await expect(refresh(web, tokens.refresh_token)).rejects.toThrow("invalid_grant");
    await expect(refresh(web, renewed.refresh_token)).rejects.toThrow("invalid_grant");
    expect((await userinfo(renewed)).status).toBe(401);
    expect((await userinfo(elsewhere)).status).toBe(200);
  });

  test("revoking the refresh token ends the sign-in", async () => {
    const tokens = await signDemoIn(cli);
    const body = new URLSearchParams({ token: tokens.refresh_token, client_id: CLI_CLIENT });
    const answer = await fetch(`${cli.issuer}/token/revocation`, { method: "POST", body });
    expect(answer.status).toBe(200);
    await expect(refresh(cli, tokens.refresh_token)).rejects.toThrow("invalid_grant");
    expect((await userinfo(tokens)).status).toBe(401);
  });

  test("refuses unknown redirect addresses and clients, and requests without a challenge", async () => {
    const wrong = [
      authorize({ ...web, redirectUri: "https://evil.example/callback" }).url,
      authorize({ ...cli, redirectUri: "http://192.168.0.9/callback" }).url,
      authorize({ ...web, clientId: "someone" }).url,
    ];
    for (const url of wrong) {
      const answer = await createBrowser().get(url);
      expect(answer.status).toBe(400);
      expect(answer.headers.get("location")).toBeNull();
    }
    const noChallenge = new URL(authorize(web).url);
    noChallenge.searchParams.delete("code_challenge");
    const answer = await createBrowser().get(noChallenge.href);
    expect(answer.headers.get("location")).toContain("error=invalid_request");
  });

  test("refuses an invalid token at userinfo", async () => {
    const answer = await fetch(identity.settings.userinfoUri, { headers: { authorization: "Bearer a.b.c" } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("invalid_token");
  });
});

describe("signing out", () => {
  async function signedIn() {
    const browser = createBrowser();
    const { page, finish } = await open(browser);
    return { browser, tokens: await finish(await browser.post(`${page}/demo`, {})) };
  }

  async function expectSignedOut(browser: Browser, tokens: Tokens): Promise<void> {
    await expect(refresh(web, tokens.refresh_token)).rejects.toThrow("invalid_grant");
    const answer = await browser.get(authorize(web).url);
    expect(answer.headers.get("location")).toContain("/interaction/");
  }

  test("signing out by the standard's parameters returns to the app, and leaves the CLI signed in", async () => {
    const { browser, tokens } = await signedIn();
    const authorization = authorize(cli);
    const redirect = await followToClient(browser, cli.issuer, await browser.get(authorization.url));
    const cliTokens = await authorization.exchange(redirect);

    const query = new URLSearchParams({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: `${origin}/`,
      state: "s",
    });
    const answer = await browser.get(`${web.issuer}/session/end?${query}`);
    expect(answer.headers.get("location")).toBe(`${origin}/?state=s`);
    await expectSignedOut(browser, tokens);
    expect((await userinfo(tokens)).status).toBe(401);
    expect((await refresh(cli, cliTokens.refresh_token)).access_token).toBeTypeOf("string");
  });

  test("signs out by Cognito's parameters from our own pages", async () => {
    const { browser, tokens } = await signedIn();
    const query = new URLSearchParams({ client_id: WEB_CLIENT, logout_uri: `${origin}/` });
    const answer = await browser.get(`${web.issuer}/session/end?${query}`, {
      "sec-fetch-site": "same-origin",
    });
    expect(answer.headers.get("location")).toBe(`${origin}/`);
    await expectSignedOut(browser, tokens);
  });

  test("asks before it signs out when the request could be forged", async () => {
    const { browser, tokens } = await signedIn();
    const query = new URLSearchParams({ client_id: WEB_CLIENT, logout_uri: `${origin}/` });
    const question = await browser.get(`${web.issuer}/session/end?${query}`);
    const markup = await question.text();
    expect(markup).toContain("Sign out?");
    expect((await refresh(web, tokens.refresh_token)).access_token).toBeTypeOf("string");

    const xsrf = /name="xsrf" value="(\w+)"/.exec(markup)?.[1] ?? "";
    const answer = await browser.post(`${web.issuer}/session/end/confirm`, { xsrf, logout: "yes" });
    expect(answer.headers.get("location")).toBe(`${origin}/`);
    await expectSignedOut(browser, tokens);
  });

  test("refuses to redirect to a foreign address after signing out", async () => {
    const { browser } = await signedIn();
    const query = new URLSearchParams({ client_id: WEB_CLIENT, logout_uri: "https://evil.example/" });
    expect((await browser.get(`${web.issuer}/session/end?${query}`)).status).toBe(400);
  });
});

describe("the provider", () => {
  test("keeps keys, accounts and sessions across a restart", async () => {
    const browser = createBrowser();
    const tokens = await signUp(browser);
    await stop();
    await start();
    expect((await claims(tokens)).iss).toBe(web.issuer);
    expect((await userinfo(tokens)).status).toBe(200);
    expect((await claims(await refresh(web, tokens.refresh_token))).sid).toBe((await claims(tokens)).sid);
    const authorization = authorize(web);
    const redirect = await followToClient(browser, web.issuer, await browser.get(authorization.url));
    expect(redirect).toContain(`${origin}/callback?code=`);
    expect((await signIn(ADA)).status).toBe(303);
  });

  test("publishes no private key, and writes nothing to the console", async () => {
    const calls = [vi.spyOn(console, "warn"), vi.spyOn(console, "info"), vi.spyOn(console, "error")];
    await stop();
    await start();
    await refresh(web, (await signDemoIn(web)).refresh_token);
    const { keys } = (await (await fetch(identity.settings.jwksUri)).json()) as { keys: object[] };
    for (const key of keys) expect(Object.keys(key)).not.toContain("d");
    for (const spy of calls) expect(spy).not.toHaveBeenCalled();
  });

  test("publishes a discovery document with every endpoint", async () => {
    const answer = await fetch(`${web.issuer}/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({
      issuer: web.issuer,
      authorization_endpoint: `${web.issuer}/auth`,
      token_endpoint: `${web.issuer}/token`,
      userinfo_endpoint: identity.settings.userinfoUri,
      jwks_uri: identity.settings.jwksUri,
      end_session_endpoint: `${web.issuer}/session/end`,
      code_challenge_methods_supported: ["S256"],
    });
  });
});
