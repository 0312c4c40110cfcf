// Gives a gateway that was started ahead, for nobody, to its tenant: whose API it reports to, with which token.
import { badField, HttpError, stringField } from "./http.js";

/**
 * `{claweUrl, squadhubToken}` → 200, once in the life of this process; a gateway that has a tenant answers 409.
 * They are kept in the process's environment, from which agents' commands have theirs.
 */
export function createAdopt({ environment, adopted }) {
  return (body) => {
    const claweUrl = stringField(body, "claweUrl", { max: 2048 });
    const squadhubToken = stringField(body, "squadhubToken", { max: 512 });
    if (!/^https?:\/\//.test(claweUrl) || !URL.canParse(claweUrl))
      throw badField("claweUrl", "must be a URL");
    if (!/^sqh\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(squadhubToken))
      throw badField("squadhubToken", "must be a squadhub token");
    if (environment.SQUADHUB_TOKEN) {
      throw new HttpError(409, { error: { type: "conflict", message: "This gateway has its tenant." } });
    }
    environment.CLAWE_URL = claweUrl;
    environment.SQUADHUB_TOKEN = squadhubToken;
    adopted();
    return { body: { adopted: true } };
  };
}
