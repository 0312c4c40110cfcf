// The identity provider: the Cognito user pool.
import type { IdentitySettings } from "../types/identity.ts";
import { lazy, setting } from "./settings.ts";

export const identity: IdentitySettings = lazy(
  () => {
    const issuer = setting("CLAWE_ISSUER");
    return {
      issuer,
      audiences: setting("CLAWE_CLIENT_IDS").split(","),
      jwksUri: `${issuer}/.well-known/jwks.json`,
      userinfoUri: setting("CLAWE_USERINFO_URL"),
    };
  },
  { issuer: "", audiences: [], jwksUri: "", userinfoUri: "" },
);
