// The cloud's squadhub driver: Fargate, EFS, Cloud Map and IAM, one file per resource.
import type { SquadhubDriver } from "../types/squadhubs.ts";
import { deregisterDefinition, registerDefinition, retireDefinitions } from "./squadhub/definition.ts";
import { eraseStorage, packStorage, unpackStorage } from "./squadhub/directory.ts";
import { describeService } from "./squadhub/evidence.ts";
import { deregisterDiscovery, registerDiscovery } from "./squadhub/registration.ts";
import { createRole, deleteRole } from "./squadhub/role.ts";
import { deleteService, startService } from "./squadhub/service.ts";
import { createStorage, deleteStorage } from "./squadhub/storage.ts";

export const squadhubs: SquadhubDriver = {
  createStorage,
  deleteStorage,
  eraseStorage,
  packStorage,
  unpackStorage,
  createRole,
  deleteRole,
  registerDefinition,
  deregisterDefinition,
  retireDefinitions,
  registerDiscovery,
  deregisterDiscovery,
  startService,
  deleteService,
  describeService,
};
