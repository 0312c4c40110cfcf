// The embedded identity provider: OpenID Connect under `/oidc`, with accounts of its own.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { IdentitySettings } from "../../platform/types/identity.ts";
import type { Mail } from "../../platform/types/mail.ts";
import type { Store } from "../store.ts";
import { AUDIENCE } from "./clients.ts";
import { createCodes } from "./codes.ts";
import { createInteractions } from "./interactions.ts";
import { loadKeys, publicKeys } from "./keys.ts";
import { withStandardLogout } from "./logout.ts";
import { createProvider } from "./provider.ts";
import { createUserinfo } from "./userinfo.ts";
import { createUsers } from "./users.ts";

export { CLI_CLIENT, WEB_CLIENT } from "./clients.ts";

export interface Identity {
  /** Answers the requests whose path begins with the issuer's path. */
  handler(request: IncomingMessage, response: ServerResponse): Promise<void>;
  settings: IdentitySettings;
}

/**
 * The provider for `issuer` (`http://localhost:<port>/oidc`), with all its state in `store`. With `demoUser`, the sign-in
 * page offers to continue as that person.
 */
export async function createIdentity(input: {
  issuer: string;
  store: Store;
  mail: Mail;
  /** The web app's origin. Redirects go to `<webOrigin>/callback` and `<webOrigin>/`. */
  webOrigin: string;
  demoUser?: { email: string; name: string };
  now?: () => number;
}): Promise<Identity> {
  const { issuer, store, mail, webOrigin, demoUser, now = Date.now } = input;
  const keys = await loadKeys(store);
  const users = createUsers(store, now);
  const codes = createCodes(store, mail, now);
  const provider = createProvider({ issuer, webOrigin, store, users, keys });
  const interactions = createInteractions({ issuer, webOrigin, provider, users, codes, demoUser });
  const userinfo = createUserinfo({ issuer, webOrigin, provider, users, jwks: publicKeys(keys) });
  const callback = provider.callback();
  const { pathname: mount, host } = new URL(issuer);

  return {
    settings: { issuer, audiences: [AUDIENCE], jwksUri: `${issuer}/jwks`, userinfoUri: `${issuer}/me` },
    async handler(request, response) {
      const url = (request.url ?? "").slice(mount.length);
      const [path = ""] = url.split("?", 1);
      if (path.startsWith("/interaction/")) return interactions(request, response, path);
      if (path === "/me") return userinfo(request, response);
      request.url = path === "/session/end" ? withStandardLogout(url) : url || "/";
      // The provider builds its URLs from these two; a forged Host must not get into them.
      Object.assign(request, { baseUrl: mount });
      request.headers.host = host;
      return callback(request, response);
    },
  };
}
