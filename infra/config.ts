// What differs between deployments.

export type Stage = "dev" | "prod";

export interface Config {
  stage: Stage;
  /** Only us-east-1 today: CloudFront's certificate must be there. */
  region: string;
  /** The site's domain. Its hosted zone's id is read from the parameter `/clawe/<stage>/hosted-zone-id`. */
  domain: string;
  /** Data outlives the stack, and stacks with data cannot be deleted by mistake. */
  keepsData: boolean;
  logDays: 30 | 365;
  /** Squadhubs in the cell. The first limit is IAM's quota of 1,000 roles in an account. */
  cellCapacity: number;
  /** Requests per second to the API, of all callers together. */
  apiRate: number;
  /**
   * Bounds the functions that a burst calls (the routines of one minute, a region's morning), so that people's requests
   * have room and the quotas of other services hold. A new account may run ten functions at once: it has none to reserve.
   */
  boundsBursts: boolean;
}

export const configs: Record<Stage, Config> = {
  dev: {
    stage: "dev",
    region: "us-east-1",
    domain: "dev.clawe.cloud",
    keepsData: false,
    logDays: 30,
    cellCapacity: 20,
    apiRate: 100,
    boundsBursts: false,
  },
  prod: {
    stage: "prod",
    region: "us-east-1",
    domain: "clawe.cloud",
    keepsData: true,
    logDays: 365,
    cellCapacity: 800,
    apiRate: 2_000,
    boundsBursts: true,
  },
};
