// Plans: what a workspace gets, and its limits.
import * as z from "zod";

export const planId = z.enum(["micro", "small", "medium", "large"]);
export type PlanId = z.output<typeof planId>;

export const plan = z
  .object({
    // A gateway needs at least 2 GB (measured).
    cpu: z.number().describe("vCPUs of the squadhub"),
    memory: z.number().describe("Memory of the squadhub, in GB"),
    monthly: z.number().describe("Price in US dollars a month"),
    idleMinutes: z
      .int()
      .optional()
      .describe("Idle time before the squadhub sleeps; absent if it never does by itself"),
    agents: z.int(),
    members: z.int(),
    workspaces: z.int(),
    requestsPerMinute: z.int(),
    messagesPerHour: z.int(),
    documentGigabytes: z.number(),
  })
  .meta({ id: "Plan" });
export type Plan = z.output<typeof plan>;

export const plans: Record<PlanId, Plan> = {
  micro: {
    cpu: 0.5,
    memory: 2,
    monthly: 9,
    idleMinutes: 15,
    agents: 4,
    members: 2,
    workspaces: 1,
    requestsPerMinute: 120,
    messagesPerHour: 50,
    documentGigabytes: 1,
  },
  small: {
    cpu: 1,
    memory: 2,
    monthly: 25,
    idleMinutes: 120,
    agents: 6,
    members: 5,
    workspaces: 2,
    requestsPerMinute: 300,
    messagesPerHour: 200,
    documentGigabytes: 5,
  },
  medium: {
    cpu: 2,
    memory: 4,
    monthly: 89,
    agents: 12,
    members: 20,
    workspaces: 5,
    requestsPerMinute: 600,
    messagesPerHour: 1_000,
    documentGigabytes: 50,
  },
  large: {
    cpu: 4,
    memory: 8,
    monthly: 179,
    agents: 24,
    members: 100,
    workspaces: 20,
    requestsPerMinute: 1_200,
    messagesPerHour: 5_000,
    documentGigabytes: 200,
  },
};

/** The plan of a new account where no billing is connected. */
export const defaultPlan: PlanId = "medium";
