// The sign-in pages of the local identity provider: signing up, signing in, resetting the password.
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import {
  authorize,
  createBrowser,
  followToClient,
  refresh,
  signDemoIn,
} from "../../local/identity/headless.ts";
import { CLI_CLIENT, WEB_CLIENT } from "../../local/identity/index.ts";
import {
  ADA,
  advanceClock,
  claims,
  cli,
  DEMO,
  newestCode,
  open,
  origin,
  otherThan,
  outbox,
  signIn,
  signUp,
  startWithoutDemoUser,
  useIdentity,
  userinfo,
  web,
} from "./identity/world.ts";

useIdentity();

describe("signing up", () => {
  test("signing up with the mailed code yields a token that the API can verify", async () => {
    const tokens = await signUp();
    const payload = await claims(tokens);
    expect(payload).toMatchObject({ client_id: WEB_CLIENT, scope: "openid email profile" });
    expect(payload.sid).toBeTypeOf("string");
    expect(tokens.expires_in).toBe(3600);
    const answer = await userinfo(tokens);
    expect(await answer.json()).toEqual({
      sub: payload.sub,
      email: ADA.email,
      email_verified: true,
      name: ADA.name,
    });
  });

  test("escapes what the person has typed", async () => {
    const browser = createBrowser();
    const { page } = await open(browser);
    const answer = await browser.post(`${page}/sign-up`, { ...ADA, password: "short" });
    const markup = await answer.text();
    expect(answer.status).toBe(422);
    expect(markup).toContain("Ada &lt;3");
    expect(markup).not.toContain("Ada <3");
    expect(markup).toContain("at least 10 characters");
  });

  test("refuses the right code after five wrong ones", async () => {
    const browser = createBrowser();
    const { page } = await open(browser);
    await browser.post(`${page}/sign-up`, ADA);
    const code = await newestCode();
    for (let guess = 0; guess < 5; guess += 1) {
      const answer = await browser.post(`${page}/verify`, { code: otherThan(code) });
      expect(await answer.text()).toContain("This code is wrong");
    }
    const answer = await browser.post(`${page}/verify`, { code });
    expect(await answer.text()).toContain("Too many wrong codes");
  });

  test("refuses a code after 15 minutes, and sends a new one at most once a minute", async () => {
    const browser = createBrowser();
    const { page, finish } = await open(browser);
    await browser.post(`${page}/sign-up`, ADA);
    const code = await newestCode();
    await browser.post(`${page}/resend`, {});
    expect(await outbox.list()).toHaveLength(1);
    advanceClock(15 * 60_000);
    expect(await (await browser.post(`${page}/verify`, { code })).text()).toContain("has expired");
    await browser.post(`${page}/resend`, {});
    expect(await outbox.list()).toHaveLength(2);
    const tokens = await finish(await browser.post(`${page}/verify`, { code: await newestCode() }));
    expect((await userinfo(tokens)).status).toBe(200);
  });

  test("signing up with a known e-mail looks the same, and does not change the account", async () => {
    await signUp();
    advanceClock(60_000);
    const browser = createBrowser();
    const { page } = await open(browser);
    const answer = await browser.post(`${page}/sign-up`, { ...ADA, password: "another password" });
    expect(answer.headers.get("location")).toMatch(/\/verify$/);
    expect((await outbox.list())[0]?.subject).toBe("You already have a Clawe account");
    expect((await signIn(ADA)).status).toBe(303);
  });

  test("opens the sign-up page when the app asks for it", async () => {
    const browser = createBrowser();
    const { page } = await open(browser, web, { screen_hint: "signup" });
    expect((await browser.get(page)).headers.get("location")).toMatch(/\/sign-up$/);
  });
});

describe("signing in", () => {
  test("signs in with any spelling of the e-mail, as a separate session", async () => {
    const first = await claims(await signUp());
    const browser = createBrowser();
    const { page, finish } = await open(browser);
    const credentials = { email: "ADA@example.com ", password: ADA.password };
    const second = await claims(await finish(await browser.post(`${page}/sign-in`, credentials)));
    expect(second.sub).toBe(first.sub);
    expect(second.sid).not.toBe(first.sid);
  });

  test("answers a wrong password and an unknown e-mail alike", async () => {
    await signUp();
    const wrong = await signIn({ email: ADA.email, password: "not the password" });
    const unknown = await signIn({ email: "eve@example.com", password: ADA.password });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    const sentence = "This e-mail and password do not match.";
    expect(await wrong.text()).toContain(sentence);
    expect(await unknown.text()).toContain(sentence);
  });

  test("throttles an e-mail for 15 minutes after ten failed sign-ins", async () => {
    await signUp();
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await signIn({ email: ADA.email, password: "not the password" });
    }
    expect((await signIn(ADA)).status).toBe(429);
    advanceClock(15 * 60_000);
    expect((await signIn(ADA)).status).toBe(303);
  });

  test("asks for no password in a browser that is signed in", async () => {
    const browser = createBrowser();
    const first = await claims(await signUp(browser));
    const authorization = authorize(cli);
    const redirect = await followToClient(browser, cli.issuer, await browser.get(authorization.url));
    const second = await claims(await authorization.exchange(redirect));
    expect(second).toMatchObject({ sub: first.sub, client_id: CLI_CLIENT });
    expect(second.sid).not.toBe(first.sid);
  });

  test("signs the demo user in without a page when our own page or a program asks for it", async () => {
    const senders: Record<string, string>[] = [{}, { "sec-fetch-site": "same-origin" }];
    for (const headers of senders) {
      const browser = createBrowser();
      const { page, finish } = await open(browser, web, { screen_hint: "demo" });
      const tokens = await finish(await browser.get(page, headers));
      expect(await (await userinfo(tokens)).json()).toMatchObject({ email: DEMO.email });
    }
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ["without the hint", {}, {}],
    ["for a link on another site", { screen_hint: "demo" }, { "sec-fetch-site": "cross-site" }],
    ["for a page of another port", { screen_hint: "demo" }, { "sec-fetch-site": "same-site" }],
    ["for a client that asks for a login prompt", { screen_hint: "demo", prompt: "login" }, {}],
  ])("shows the sign-in page instead of the demo user %s", async (_, extra, headers) => {
    const browser = createBrowser();
    const { page } = await open(browser, web, extra);
    const shown = await browser.get(page, headers);
    expect(shown.status).toBe(200);
    expect(await shown.text()).toContain("Continue as demo user");
  });

  test("shows the sign-in page instead of the demo user under another site's host name", async () => {
    const browser = createBrowser();
    const { page } = await open(browser, web, { screen_hint: "demo" });
    const { pathname, port } = new URL(page);
    const { cookie } = await new Promise<{ cookie: string }>((resolve) => {
      const heard = createServer((request, response) => {
        resolve({ cookie: request.headers.cookie ?? "" });
        response.end();
      });
      // The jar keeps cookies by path: what it would send to the page it sends here.
      heard.listen(0, "127.0.0.1", async () => {
        const own = (heard.address() as AddressInfo).port;
        await browser.get(`http://127.0.0.1:${own}${pathname}`);
        heard.close();
      });
    });
    const asked = (host: string) =>
      new Promise<number | undefined>((resolve, reject) =>
        request({ host: "127.0.0.1", port, path: pathname, headers: { host, cookie } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end(),
      );
    expect(await asked(`rebound.example:${port}`)).toBe(200);
    expect(await asked(`localhost:${port}`)).toBe(303);
  });

  test("offers the demo user only when there is one", async () => {
    const tokens = await signDemoIn(web);
    expect(await (await userinfo(tokens)).json()).toMatchObject({ email: DEMO.email, name: DEMO.name });
    const again = await signDemoIn(cli);
    expect((await claims(again)).sub).toBe((await claims(tokens)).sub);

    await startWithoutDemoUser();
    const browser = createBrowser();
    const { page } = await open(browser);
    expect(await (await browser.get(page)).text()).not.toContain("Continue as demo user");
    const hinted = await open(browser, web, { screen_hint: "demo" });
    expect(await (await browser.get(hinted.page)).text()).toContain("Welcome back");
    expect((await browser.post(`${page}/demo`, {})).headers.get("location")).toMatch(/\/sign-in$/);
  });

  test("signing in as somebody else ends the browser's previous sign-in", async () => {
    const browser = createBrowser();
    const first = await open(browser, cli);
    await first.finish(await browser.post(`${first.page}/demo`, {}));
    const { page, finish } = await open(browser, web, { prompt: "login" });
    await browser.post(`${page}/sign-up`, ADA);
    const signedIn = await browser.post(`${page}/verify`, { code: await newestCode() });
    // The provider asks the browser to post a form that ends the old session.
    const form = await (await browser.get(signedIn.headers.get("location") ?? "")).text();
    const xsrf = /name="xsrf" value="([\w-]+)"/.exec(form)?.[1] ?? "";
    const ended = await browser.post(`${web.issuer}/session/end/confirm`, { xsrf, logout: "yes" });
    expect(await (await userinfo(await finish(ended))).json()).toMatchObject({ email: ADA.email });
  });

  test("refuses forms from another site, and sign-ins of another browser", async () => {
    const browser = createBrowser();
    const { page } = await open(browser);
    const forged: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ];
    for (const headers of forged) {
      expect((await browser.post(`${page}/demo`, {}, headers)).status).toBe(403);
    }
    expect((await createBrowser().post(`${page}/demo`, {})).status).toBe(400);
    expect((await browser.post(`${page}/demo`, {}, { origin, "sec-fetch-site": "same-origin" })).status).toBe(
      303,
    );
  });

  test("serves pages that allow no script, and forms that lead only to our own clients", async () => {
    const browser = createBrowser();
    const { page } = await open(browser, cli);
    const answer = await browser.get(page);
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`form-action 'self' ${origin} http://127.0.0.1:51234`);
    expect(await answer.text()).not.toContain("<script");
  });
});

describe("resetting the password", () => {
  async function reset(password: string, browser = createBrowser()) {
    const { page, finish } = await open(browser);
    await browser.post(`${page}/forgot`, { email: ADA.email });
    const answer = await browser.post(`${page}/reset`, { code: await newestCode(), password });
    return { answer, finish };
  }

  test("signs in with the new password, and ends all earlier sign-ins", async () => {
    const before = await signUp();
    advanceClock(61_000);
    const { answer, finish } = await reset("a brand new password");
    const tokens = await finish(answer);
    expect(tokens.refresh_token).toBeTypeOf("string");
    await expect(refresh(web, before.refresh_token)).rejects.toThrow("invalid_grant");
    expect((await userinfo(before)).status).toBe(401);
    expect((await signIn(ADA)).status).toBe(422);
    expect((await signIn({ ...ADA, password: "a brand new password" })).status).toBe(303);
  });

  test("asks to start again after a reset in a browser that was signed in", async () => {
    const browser = createBrowser();
    await signUp(browser);
    const { page } = await open(browser, web, { prompt: "login" });
    await browser.post(`${page}/forgot`, { email: ADA.email });
    const form = { code: await newestCode(), password: "a brand new password" };
    const answer = await browser.post(`${page}/reset`, form);
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining("Please start again"),
    ]);
    expect((await signIn({ ...ADA, password: form.password })).status).toBe(303);
  });

  test("resetting an unknown e-mail looks the same, and sends nothing", async () => {
    const browser = createBrowser();
    const { page } = await open(browser);
    const answer = await browser.post(`${page}/forgot`, { email: "eve@example.com" });
    expect(answer.headers.get("location")).toMatch(/\/reset$/);
    expect(await outbox.list()).toEqual([]);
  });
});
