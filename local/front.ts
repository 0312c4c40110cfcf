// Routes the requests on the laptop's one port by path, as CloudFront does in the cloud.
import type { IncomingMessage, ServerResponse } from "node:http";
import { handler as unmatched } from "../functions/http/fallback.ts";
import { nouns } from "../functions/routes.ts";
import { createApi } from "./api-gateway.ts";
import { CLI_CLIENT, type Identity, WEB_CLIENT } from "./identity/index.ts";
import { createStatic } from "./static.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontOptions {
  identity: Identity;
  objects: { handler: Handler };
  outbox: { handler: Handler };
  /** Returns false for a path that is not its own. */
  model: { handler(request: IncomingMessage, response: ServerResponse): Promise<boolean> };
  /** The built web page. */
  web: string;
}

export function createFront({ identity, objects, outbox, model, web }: FrontOptions): Handler {
  const api = createApi({
    prefix: "/api",
    fallback: unmatched,
    routes: Object.values(nouns).flatMap(({ routes, handler }) =>
      routes.map(({ method, path }) => ({ method, path, handler })),
    ),
  });
  const page = createStatic(web);
  const { issuer } = identity.settings;
  const config = JSON.stringify({
    identity: { authority: issuer, clientId: WEB_CLIENT, cliClientId: CLI_CLIENT },
    demo: true,
    outbox: "/outbox.json",
  });

  return async (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0]!;
    if (path.startsWith("/api/")) return api(request, response);
    if (path.startsWith("/oidc/")) return identity.handler(request, response);
    if (path === "/objects" || path.startsWith("/objects/")) return objects.handler(request, response);
    if (path.startsWith("/outbox")) return outbox.handler(request, response);
    if (path.startsWith("/model/") && (await model.handler(request, response))) return;
    if (path !== "/config.json") return page(request, response);
    response.writeHead(200, { "content-type": "application/json", "cache-control": "no-cache" }).end(config);
  };
}
