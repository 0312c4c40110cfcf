// The two OAuth clients, and the API that their access tokens are for.
import type { ClientMetadata } from "oidc-provider";

/** The `aud` of access tokens. */
export const AUDIENCE = "clawe-api";
export const WEB_CLIENT = "clawe-web";
export const CLI_CLIENT = "clawe-cli";

/** The web app at `webOrigin`, and the CLI, which listens on a loopback address. */
export const clients = (webOrigin: string): ClientMetadata[] => [
  {
    ...publicClient(WEB_CLIENT, "web", [`${webOrigin}/callback`]),
    post_logout_redirect_uris: [`${webOrigin}/`],
  },
  // Ports of loopback addresses are not compared (RFC 8252).
  publicClient(CLI_CLIENT, "native", [
    "http://127.0.0.1/callback",
    "http://localhost/callback",
    "http://[::1]/callback",
  ]),
];

function publicClient(
  client_id: string,
  application_type: "web" | "native",
  redirect_uris: string[],
): ClientMetadata {
  return {
    client_id,
    application_type,
    redirect_uris,
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
  };
}
