// Signs people in over HTTP without a browser, for the demo script and for tests.
import { createBrowser, followToClient } from "../../cli/sign-in/browser.ts";
import * as oidc from "../../cli/sign-in/oidc.ts";

export { type Browser, createBrowser, followToClient } from "../../cli/sign-in/browser.ts";
export type { Tokens } from "../../cli/sign-in/oidc.ts";

export interface ClientSettings extends oidc.Client {
  issuer: string;
}

const endpointsOf = ({ issuer }: ClientSettings): oidc.Endpoints => ({
  authorization: `${issuer}/auth`,
  token: `${issuer}/token`,
});

export const authorize = (client: ClientSettings, extra: Record<string, string> = {}): oidc.Authorization =>
  oidc.authorize(endpointsOf(client), client, extra);

export const refresh = (client: ClientSettings, refreshToken: string): Promise<oidc.Tokens> =>
  oidc.refresh(endpointsOf(client).token, client.clientId, refreshToken);

/** Signs in as the demo user. The issuer must have one. */
export async function signDemoIn(client: ClientSettings): Promise<oidc.Tokens> {
  const browser = createBrowser();
  const authorization = authorize(client, { screen_hint: "demo" });
  const answer = await browser.get(authorization.url);
  return authorization.exchange(await followToClient(browser, client.issuer, answer));
}
