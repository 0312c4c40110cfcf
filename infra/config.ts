// What differs between deployments.

export type Stage = "dev" | "prod";

export interface Config {
  stage: Stage;
  /** One region today: CloudFront's certificate must be in us-east-1. */
  region: string;
  /** The site's domain. Its hosted zone's id is read from the parameter `/clawe/<stage>/hosted-zone-id`. */
  domain: string;
  /** Data outlives the stack, and stacks with data cannot be deleted by mistake. */
  keepsData: boolean;
  logDays: 30 | 365;
  /** Squadhubs in the cell. What binds first is IAM's quota of 1,000 roles in an account. */
  cellCapacity: number;
  /** Requests a second to the API, of everybody together. */
  apiRate: number;
  /**
   * Bounds what a burst calls (routines of one minute, a region's morning), so that it leaves room for people's requests
   * and keeps within the quotas of what it calls. A new account has ten executions at once and nothing to set aside.
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
