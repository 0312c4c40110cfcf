// What a workflow is declared with. The state machines, the API, the pages and the words all follow from it.
import type { Role } from "../actor/index.ts";
import type { ErrorCode } from "../util/error.ts";
import type { TenantStatus } from "./status.ts";

export interface Step {
  /** The state's name in the state machine. `CreateRole` is done by functions/provisioning/create-role.ts. */
  name: string;
  /** What the customer reads while it runs. */
  label: string;
  timeoutSeconds: number;
  /** `callback`: the undo ends when its task token is completed, not when the function returns. */
  undo: boolean | "callback";
  /** The step ends when its task token is completed, not when the function returns. */
  callback?: boolean;
  /** The run goes on when this step fails for good. */
  optional?: boolean;
}

/** What stands above a run. `{workspace}` is replaced by the workspace's name. */
export interface Headline {
  title: string;
  text: string;
}

/** By a run's status. A pending run reads like a running one. */
export type Headlines = Record<
  "running" | "succeeded" | "held" | "rolling_back" | "failed" | "rollback_incomplete",
  Headline
>;

/** The route by which people start a workflow. */
export interface StartRequest {
  /**
   * The last segment of `POST /t/{tenantId}/<path>`. Workflows that start from different statuses may share one
   * request; the API picks the one that the workspace's status allows.
   */
  path: string;
  operationId: string;
  summary: string;
  description?: string;
  /** Besides `conflict`. */
  errors?: readonly ErrorCode[];
}

/** People of the workspace from this role up, and operators; operators alone; or only the service itself. */
type StartedBy =
  | { startedBy: Role; request: StartRequest }
  | { startedBy: "operator" | "service"; request?: undefined };

/** A failure leaves the squadhub as it was before the run, or the tenant in a status of its own. */
type OnFailure =
  | {
      revertible: true;
      /** Its success opens the workspace again. Without it the workspace returns to the status that it came from. */
      reactivates?: boolean;
      failedStatus?: undefined;
    }
  | { revertible?: undefined; reactivates?: undefined; failedStatus: TenantStatus };

/** A saga rolls a failed run back. A teardown tries every step to its end and rolls nothing back. */
type Kind =
  | {
      teardown?: undefined;
      /** What the customer can rely on when it fails, in whole sentences. */
      failureNote: string;
    }
  | { teardown: true; failureNote?: undefined };

export type WorkflowDefinition = StartedBy &
  OnFailure &
  Kind & {
    /** For operators, in the Step Functions console. */
    comment: string;
    /** The tenant statuses that it starts from. */
    from: readonly TenantStatus[];
    /** The tenant's status during the run. */
    during: TenantStatus;
    /** It restores a backup, which the request has to name. */
    needsBackup?: boolean;
    /** In order. */
    steps: readonly Step[];
    /** The workflow that repeats a failed run; itself unless said. */
    retryWith?: string;
    /** Its name in a customer's list of runs. */
    label: string;
    headlines: Headlines;
    /** Its name and its effect for the operator who is about to start it. */
    operators: { label: string; text: string };
  };
