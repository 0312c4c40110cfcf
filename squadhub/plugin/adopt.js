// Assigns a gateway that was started ahead to its tenant: gives it the API's address and the squadhub token.
import { badField, HttpError, stringField } from "./http.js";

/**
 * `{claweUrl, squadhubToken}` → 200, once in the life of this process. A gateway that has a tenant answers 409. Both
 * values go into the process's environment, which agents' commands inherit.
 */
export function createAdopt({ environment, onAdopted }) {
  return (body) => {
    const claweUrl = stringField(body, "claweUrl", { max: 2048 });
    const squadhubToken = stringField(body, "squadhubToken", { max: 512 });
    if (!/^https?:\/\//.test(claweUrl) || !URL.canParse(claweUrl))
      throw badField("claweUrl", "must be a URL");
    if (!/^sqh\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/.test(squadhubToken))
      throw badField("squadhubToken", "must be a squadhub token");
    if (environment.SQUADHUB_TOKEN) {
      throw new HttpError(409, {
        error: { type: "conflict", message: "This gateway already has a tenant." },
      });
    }
    environment.CLAWE_URL = claweUrl;
    environment.SQUADHUB_TOKEN = squadhubToken;
    onAdopted();
    return { body: { adopted: true } };
  };
}
