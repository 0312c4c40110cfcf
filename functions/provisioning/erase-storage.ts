// Removes the tenant's files themselves; deleting an access point does not.
import { squadhubs } from "#platform";
import { remove } from "./spec.ts";
import { step } from "./step.ts";

export const handler = step({ do: () => remove((spec) => squadhubs.eraseStorage(spec)) });
