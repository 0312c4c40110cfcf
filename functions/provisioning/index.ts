// Every function that the state machines call, by the name they call it by. A step without a function does not compile.
import type { StepName } from "../../core/workflow/definitions.ts";
import { handler as Activate } from "./activate.ts";
import { handler as BackUpStorage } from "./back-up-storage.ts";
import { handler as ConfigureSquadhub } from "./configure-squadhub.ts";
import { handler as CreateRole } from "./create-role.ts";
import { handler as CreateSecret } from "./create-secret.ts";
import { handler as CreateStorage } from "./create-storage.ts";
import { handler as EraseStorage } from "./erase-storage.ts";
import { handler as EraseTable } from "./erase-table.ts";
import { handler as FallAsleep } from "./fall-asleep.ts";
import { handler as PushIdentity } from "./push-identity.ts";
import { handler as Record } from "./record.ts";
import { handler as RegisterDefinition } from "./register-definition.ts";
import { handler as RegisterDiscovery } from "./register-discovery.ts";
import { handler as ReserveTenant } from "./reserve-tenant.ts";
import { handler as RestoreStorage } from "./restore-storage.ts";
import { handler as RetireDefinitions } from "./retire-definitions.ts";
import { handler as RotateTokens } from "./rotate-tokens.ts";
import { handler as SeedSquad } from "./seed-squad.ts";
import { handler as StartService } from "./start-service.ts";
import { handler as StopService } from "./stop-service.ts";
import { handler as WaitForReady } from "./wait-for-ready.ts";

export const workflowFunctions = {
  Activate,
  BackUpStorage,
  ConfigureSquadhub,
  CreateRole,
  CreateSecret,
  CreateStorage,
  EraseStorage,
  EraseTable,
  FallAsleep,
  PushIdentity,
  Record,
  RegisterDefinition,
  RegisterDiscovery,
  ReserveTenant,
  RestoreStorage,
  RetireDefinitions,
  RotateTokens,
  SeedSquad,
  StartService,
  StopService,
  WaitForReady,
} satisfies { [name in StepName | "Record"]: unknown };
