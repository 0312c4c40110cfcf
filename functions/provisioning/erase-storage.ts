// Erases the tenant's files in its directory and in the object store. Deleting an access point does not.
import { objects, squadhubs } from "#platform";
import * as Squadhub from "../../core/squadhub/index.ts";
import { objectPrefix } from "../../core/util/object-key.ts";
import { step } from "./step.ts";

export const handler = step({
  async do({ tenantId }) {
    await Squadhub.removeResource((squadhub) => squadhubs.eraseStorage(squadhub));
    await objects.deleteAll(objectPrefix(tenantId));
  },
});
