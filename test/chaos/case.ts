// A workspace to which something is done that goes wrong, and what must hold of it whatever that was.
import { expect } from "vitest";
import type { StartOptions } from "../../core/lifecycle/index.ts";
import type { RunItem } from "../../core/run/index.ts";
import type { WorkflowName } from "../../core/workflow/definitions.ts";
import { type Inventory, leftSince } from "../../local/demo/inventory.ts";
import { rests, type StepOf } from "./steps.ts";
import type { Inside } from "./world.ts";

/** The parts of a service that a case needs; also of one in another process. */
export type Service = Pick<
  Inside,
  | "create"
  | "start"
  | "lastRun"
  | "newestBackup"
  | "run"
  | "status"
  | "gateway"
  | "idle"
  | "inventory"
  | "person"
>;

export interface Case {
  step: StepOf;
  tenantId: string;
  /** What there was before the workflow began. */
  before: Inventory;
  run: RunItem;
}

/** Processes come and go with a gateway's starts; the feed, backups and what agents were told grow with each run. */
const PASSING = /^(process|port) |^item \S+ (ACTIVITY|NOTIFICATION|QUOTA|FIRED|BACKUP)#/;

export function createCases(service: Service) {
  const person = service.person("ada");
  /** A workspace that outlives its cases, for workflows that do not end it. */
  let kept: string | undefined;
  let count = 0;

  async function become(tenantId: string, wanted: "active" | "sleeping"): Promise<void> {
    const status = await service.status(tenantId);
    if (status === wanted) return;
    if (wanted === "sleeping") await become(tenantId, "active");
    const workflow = wanted === "sleeping" ? "sleep" : status === "error" ? "provision" : "wake";
    await begin(tenantId, workflow);
    await service.idle();
    expect(await service.status(tenantId)).toBe(wanted);
  }

  async function fresh(): Promise<{ tenantId: string; runId: string }> {
    const made = await service.create(await person, `space-${++count}`);
    await service.idle();
    return made;
  }

  async function begin(tenantId: string, workflow: WorkflowName): Promise<string> {
    return service.start(tenantId, workflow, await service.lastRun(tenantId));
  }

  /** One to restore from: the first that a case needs, made before its faults are armed. */
  async function aBackup(tenantId: string): Promise<string> {
    const newest = await service.newestBackup(tenantId);
    if (newest) return newest;
    await begin(tenantId, "backup");
    await service.idle();
    return (await service.newestBackup(tenantId))!;
  }

  return {
    /** Brings a workspace to where the workflow starts, arms the faults, lets it run, and waits until nothing moves. */
    async runOf(step: StepOf, arm: () => unknown, options?: StartOptions): Promise<Case> {
      const { workflow } = step;
      const { from } = rests[workflow];
      await person;
      if (workflow === "provision") {
        const before = await service.inventory();
        await arm();
        const { tenantId, runId } = await fresh();
        return { step, tenantId, before, run: await service.run(tenantId, runId) };
      }
      if (!kept) ({ tenantId: kept } = await fresh());
      const tenantId = kept;
      if (workflow === "deprovision") kept = undefined;
      await become(tenantId, from === "sleeping" ? "sleeping" : "active");
      const backupId = workflow === "restore" ? await aBackup(tenantId) : undefined;
      const before = await service.inventory();
      const last = await service.lastRun(tenantId);
      await arm();
      const runId = await service.start(tenantId, workflow, last, { ...options, backupId });
      await service.idle();
      return { step, tenantId, before, run: await service.run(tenantId, runId) };
    },

    /** The workspace is what it was to become, and so is its gateway. */
    async expectAtRest({ tenantId, step: { workflow } }: Case, how: "done" | "undone"): Promise<void> {
      const status = await service.status(tenantId);
      expect(status).toBe(rests[workflow][how]);
      const { found, processes } = await service.gateway(tenantId);
      expect(found).toBe(status === "active");
      expect(processes > 0).toBe(status === "active");
    },

    /** Whatever became of it: it is made whole again, or is gone, and nothing else is left. To be called without faults. */
    async mend({ tenantId, before, step: { workflow } }: Case): Promise<void> {
      const leftOver = async () =>
        leftSince(before, await service.inventory()).filter((line) => !PASSING.test(line));
      if (workflow === "provision") {
        if ((await service.status(tenantId)) === "error") expect(await leftOver()).toEqual([]);
        await become(tenantId, "active");
        await begin(tenantId, "deprovision");
        await service.idle();
      }
      if (workflow === "provision" || workflow === "deprovision") {
        expect(await service.status(tenantId)).toBe("deleted");
        expect(leftSince(before, await service.inventory())).toEqual([]);
        return;
      }
      await become(tenantId, "active");
      if (rests[workflow].from === "sleeping") await become(tenantId, "sleeping");
      expect(await leftOver()).toEqual([]);
    },

    /** Takes down what the cases have kept. */
    async end(): Promise<void> {
      if (!kept) return;
      await become(kept, "active");
      await begin(kept, "deprovision");
      await service.idle();
      expect(await service.status(kept)).toBe("deleted");
    },
  };
}
