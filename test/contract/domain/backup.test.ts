// Backups, and what a squadhub is remembered by while it is upgraded.
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import { create, KEPT, restore } from "../../../core/backup/archive.ts";
import { archiveKey, backupOf, find, list } from "../../../core/backup/index.ts";
import { drain } from "../../../core/delivery/lane.ts";
import { reopen } from "../../../core/lifecycle/reopen.ts";
import { settle } from "../../../core/lifecycle/settle.ts";
import { start } from "../../../core/lifecycle/start.ts";
import { notify } from "../../../core/notification/index.ts";
import { queueWrites } from "../../../core/run/entity.ts";
import { finish, mark } from "../../../core/run/progress.ts";
import { begin, defined, find as findSquadhub, specOf } from "../../../core/squadhub/entity.ts";
import { reportReady } from "../../../core/squadhub/reports.ts";
import { abandonUpgrade, beginUpgrade, keepUpgrade } from "../../../core/squadhub/upgrade.ts";
import { transact } from "../../../core/table/index.ts";
import { current } from "../../../core/tenant/entity.ts";
import { newId } from "../../../core/util/id.ts";
import type { Objects } from "../../../platform/types/objects.ts";
import type { SquadhubDriver } from "../../../platform/types/squadhubs.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

const cell = { account: "test", region: "test", cluster: "test", fileSystem: "test" };
const kept = new Map<string, string>();
let content: () => Readable;
let storage: string;

const objects: Partial<Objects> = {
  async write(key, stream) {
    const whole = await text(stream);
    if (!kept.has(key)) kept.set(key, whole);
    return kept.get(key)!.length;
  },
  read: async (key) => (kept.has(key) ? Readable.from([kept.get(key)!]) : undefined),
  deleteAll: async (prefix) => void kept.delete(prefix),
};
const squadhubs: Partial<SquadhubDriver> = {
  packStorage: async () => content(),
  async unpackStorage(_spec, archive, confirm) {
    const whole = await text(archive);
    await confirm();
    storage = whole;
  },
};
useDomain({ objects: objects as Objects, squadhubs: squadhubs as SquadhubDriver });
let squad: Squad;

beforeEach(async () => {
  kept.clear();
  content = () => Readable.from(["files"]);
  squad = await aSquad();
  await squad.asService(async () => {
    await begin(cell);
    await settle("active");
  });
});

/** A run that goes forward. */
async function aRun(): Promise<string> {
  const runId = newId("run");
  await transact(...queueWrites(squad.tenantId, runId, "backup"));
  await mark(runId, "BackUpStorage", "running");
  return runId;
}
const spec = async () => specOf((await findSquadhub())!, []);
const backUp = async (runId: string) => create(runId, "asked", await spec());
const listed = async () => (await list({ limit: 100 })).items.map(({ backupId }) => backupId);

describe("a backup", () => {
  test("is listed once it is whole, and once however often its step runs", () =>
    squad.asService(async () => {
      const runId = await aRun();
      await backUp(runId);
      content = () => Readable.from(["changed since"]);
      await backUp(runId);
      const { items } = await list({});
      expect(items).toMatchObject([{ backupId: backupOf(runId), size: 5, why: "asked", revision: 1 }]);
      expect([...kept]).toEqual([[archiveKey(backupOf(runId)), "files"]]);
    }));

  test("whose archive breaks is not listed", () =>
    squad.asService(async () => {
      content = () =>
        Readable.from(
          (async function* () {
            yield "fil";
            throw new Error("torn");
          })(),
        );
      await expect(backUp(await aRun())).rejects.toThrow("torn");
      expect(await listed()).toEqual([]);
    }));

  test("whose run ended while it was made is neither listed nor kept", () =>
    squad.asService(async () => {
      const runId = await aRun();
      await finish(runId, { status: "failed" });
      await expect(backUp(runId)).rejects.toMatchObject({ code: "conflict" });
      expect(await listed()).toEqual([]);
      expect(kept.size).toBe(0);
    }));

  test("is one of the newest five", () =>
    squad.asService(async () => {
      const runs: string[] = [];
      for (let count = 0; count < KEPT + 2; count++) {
        runs.push(await aRun());
        await backUp(runs.at(-1)!);
      }
      const newest = runs.slice(-KEPT).map(backupOf).toReversed();
      expect(await listed()).toEqual(newest);
      expect([...kept.keys()].toSorted()).toEqual(newest.map(archiveKey).toSorted());
    }));

  test("that is being restored is not the one that makes room", () =>
    squad.asService(async () => {
      const runs: string[] = [];
      for (let count = 0; count < KEPT; count++) {
        runs.push(await aRun());
        await backUp(runs.at(-1)!);
      }
      const oldest = backupOf(runs[0]!);
      const { runId } = await start("restore", { backupId: oldest });
      await mark(runId, "BackUpStorage", "running");
      await backUp(runId);
      expect(await listed()).toContain(oldest);
      await restore(oldest, await spec(), async () => undefined);
      expect(storage).toBe("files");
    }));

  test("changes nothing when it is not wanted any more by the time it is unpacked", () =>
    squad.asService(async () => {
      const runId = await aRun();
      await backUp(runId);
      storage = "present";
      const refuse = () => Promise.reject(new Error("The run has gone on."));
      await expect(restore(backupOf(runId), await spec(), refuse)).rejects.toThrow("gone on");
      expect(storage).toBe("present");
    }));
});

describe("a restore", () => {
  test("names a backup of the same workspace, or does not begin", async () => {
    const backupId = await squad.asService(async () => {
      const runId = await aRun();
      await backUp(runId);
      return backupOf(runId);
    });
    const another = await aSquad();
    await another.asService(async () => {
      await settle("active");
      await expect(start("restore", { backupId })).rejects.toMatchObject({ code: "not_found" });
      await expect(start("restore")).rejects.toMatchObject({ code: "invalid" });
      expect((await current()).status).toBe("active");
      expect(await find(backupId)).toBeUndefined();
    });
  });

  test("whose archive is missing says so", () =>
    squad.asService(async () => {
      const runId = await aRun();
      await backUp(runId);
      kept.clear();
      await expect(restore(backupOf(runId), await spec(), async () => undefined)).rejects.toMatchObject({
        code: "not_found",
      });
    }));
});

test("a squadhub that is worked on is sent nothing, ready or not, until its workspace is open again", async () => {
  await squad.asService(async () => {
    await start("upgrade");
    await reportReady({ bootId: "boot", version: "2", agents: ["main"] });
    await squad.asOwner(() => notify({ agentId: "inky", content: "wait" }));
    expect(await drain("inky")).toMatchObject({ outcome: "waiting" });
    await reopen("maintenance");
    expect((await findSquadhub())?.neededAt).toBeUndefined();
    expect((await current()).status).toBe("active");
  });
});

describe("an upgrade remembers what was", () => {
  const made = async () => {
    const { revision, image, resources, before } = (await findSquadhub())!;
    return { revision, image, definition: resources.definition, before: before !== undefined };
  };
  const first = { revision: 1, image: "one", definition: "d1", before: false };
  beforeEach(() => squad.asService(() => defined("d1", 1, "one")));

  test("and goes back to it, however often either is done", () =>
    squad.asService(async () => {
      const runId = await aRun();
      for (const _ of [1, 2]) await beginUpgrade(runId);
      expect(await made()).toMatchObject({ revision: 2, definition: undefined, before: true });
      await defined("d2", 2, "two");
      await beginUpgrade(runId);
      expect(await made()).toMatchObject({ revision: 2, definition: "d2", before: true });
      for (const _ of [1, 2]) await abandonUpgrade(runId);
      expect(await made()).toEqual(first);
    }));

  test("and never uses a revision again that was given up", () =>
    squad.asService(async () => {
      for (const revision of [2, 3]) {
        const runId = await aRun();
        await beginUpgrade(runId);
        expect(await made()).toMatchObject({ revision });
        await abandonUpgrade(runId);
      }
      // Of a step that came too late.
      await expect(defined("late", 2, "two")).rejects.toThrow();
      expect(await made()).toEqual(first);
    }));

  test("until it is kept: then another goes back to that", () =>
    squad.asService(async () => {
      await beginUpgrade(await aRun());
      await defined("d2", 2, "two");
      await keepUpgrade();
      const next = await aRun();
      await beginUpgrade(next);
      await abandonUpgrade(next);
      expect(await made()).toEqual({ revision: 2, image: "two", definition: "d2", before: false });
    }));

  test("beyond a run that could not be undone, but not beyond one that succeeded", () =>
    squad.asService(async () => {
      const broken = await aRun();
      await beginUpgrade(broken);
      await finish(broken, { status: "rollback_incomplete", left: ["RegisterDefinition"] });
      const next = await aRun();
      await beginUpgrade(next);
      await abandonUpgrade(broken);
      expect(await made()).toMatchObject({ revision: 3, before: true });
      await abandonUpgrade(next);
      expect(await made()).toEqual(first);

      const good = await aRun();
      await beginUpgrade(good);
      await defined("d4", 4, "four");
      await finish(good, { status: "succeeded" });
      const last = await aRun();
      await beginUpgrade(last);
      await abandonUpgrade(last);
      expect(await made()).toMatchObject({ revision: 4, definition: "d4" });
    }));
});
