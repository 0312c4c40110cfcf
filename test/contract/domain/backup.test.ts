// Backups, and the state that a squadhub keeps while it is upgraded.
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, test } from "vitest";
import * as Archive from "../../../core/backup/archive.ts";
import * as Backup from "../../../core/backup/index.ts";
import { drain } from "../../../core/delivery/drain.ts";
import * as Lifecycle from "../../../core/lifecycle/index.ts";
import * as Notification from "../../../core/notification/index.ts";
import * as Run from "../../../core/run/index.ts";
import * as Squadhub from "../../../core/squadhub/index.ts";
import { transact } from "../../../core/table/index.ts";
import * as Tenant from "../../../core/tenant/index.ts";
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
    await Squadhub.createRecord(cell);
    await Lifecycle.settle("active");
  });
});

/** A run that is under way. */
async function aRun(): Promise<string> {
  const runId = newId("run");
  await transact(...Run.queueWrites(squad.tenantId, runId, "backup"));
  await Run.mark(runId, "BackUpStorage", "running");
  return runId;
}
const backUp = async (runId: string) => Archive.create(runId, "asked", await Squadhub.read());
const listed = async () => (await Backup.list({ limit: 100 })).items.map(({ backupId }) => backupId);

describe("a backup", () => {
  test("is listed once its archive is complete, and only once however often its step runs", () =>
    squad.asService(async () => {
      const runId = await aRun();
      await backUp(runId);
      content = () => Readable.from(["changed since"]);
      await backUp(runId);
      const { items } = await Backup.list({});
      expect(items).toMatchObject([
        { backupId: Backup.backupIdOf(runId), size: 5, why: "asked", revision: 1 },
      ]);
      expect([...kept]).toEqual([[Backup.archiveKey(Backup.backupIdOf(runId)), "files"]]);
    }));

  test("is not listed when its archive breaks off", () =>
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

  test("is neither listed nor stored when its run ended while it was made", () =>
    squad.asService(async () => {
      const runId = await aRun();
      await Run.finish(runId, { status: "failed" });
      await expect(backUp(runId)).rejects.toMatchObject({ code: "conflict" });
      expect(await listed()).toEqual([]);
      expect(kept.size).toBe(0);
    }));

  test("is deleted when there are five newer ones", () =>
    squad.asService(async () => {
      const runs: string[] = [];
      for (let count = 0; count < Archive.MAX_BACKUPS + 2; count++) {
        runs.push(await aRun());
        await backUp(runs.at(-1)!);
      }
      const newest = runs.slice(-Archive.MAX_BACKUPS).map(Backup.backupIdOf).toReversed();
      expect(await listed()).toEqual(newest);
      expect([...kept.keys()].toSorted()).toEqual(newest.map(Backup.archiveKey).toSorted());
    }));

  test("is not deleted while it is being restored", () =>
    squad.asService(async () => {
      const runs: string[] = [];
      for (let count = 0; count < Archive.MAX_BACKUPS; count++) {
        runs.push(await aRun());
        await backUp(runs.at(-1)!);
      }
      const oldest = Backup.backupIdOf(runs[0]!);
      const { runId } = await Lifecycle.start("restore", { backupId: oldest });
      await Run.mark(runId, "BackUpStorage", "running");
      await backUp(runId);
      expect(await listed()).toContain(oldest);
      await Archive.restore(oldest, await Squadhub.read(), async () => undefined);
      expect(storage).toBe("files");
    }));

  test("changes nothing when it is no longer wanted by the time it is unpacked", () =>
    squad.asService(async () => {
      const runId = await aRun();
      await backUp(runId);
      storage = "present";
      const refuse = () => Promise.reject(new Error("The run has gone on."));
      await expect(Archive.restore(Backup.backupIdOf(runId), await Squadhub.read(), refuse)).rejects.toThrow(
        "gone on",
      );
      expect(storage).toBe("present");
    }));
});

describe("a restore", () => {
  test("starts only with a backup of the same workspace", async () => {
    const backupId = await squad.asService(async () => {
      const runId = await aRun();
      await backUp(runId);
      return Backup.backupIdOf(runId);
    });
    const another = await aSquad();
    await another.asService(async () => {
      await Lifecycle.settle("active");
      await expect(Lifecycle.start("restore", { backupId })).rejects.toMatchObject({ code: "not_found" });
      await expect(Lifecycle.start("restore")).rejects.toMatchObject({ code: "invalid" });
      expect((await Tenant.current()).status).toBe("active");
      expect(await Backup.find(backupId)).toBeUndefined();
    });
  });

  test("fails with not_found when the archive is missing", () =>
    squad.asService(async () => {
      const runId = await aRun();
      await backUp(runId);
      kept.clear();
      await expect(
        Archive.restore(Backup.backupIdOf(runId), await Squadhub.read(), async () => undefined),
      ).rejects.toMatchObject({
        code: "not_found",
      });
    }));
});

test("a squadhub under maintenance is sent nothing, ready or not, until its workspace is active again", async () => {
  await squad.asService(async () => {
    await Lifecycle.start("upgrade");
    await Squadhub.reportReady({ bootId: "boot", version: "2", agents: ["main"] });
    await squad.asOwner(() => Notification.notify({ agentId: "inky", content: "wait" }));
    expect(await drain("inky")).toMatchObject({ outcome: "waiting" });
    await Lifecycle.reopen("maintenance");
    expect((await Squadhub.find())?.neededAt).toBeUndefined();
    expect((await Tenant.current()).status).toBe("active");
  });
});

describe("an upgrade", () => {
  const made = async () => {
    const { revision, image, resources, before } = (await Squadhub.find())!;
    return { revision, image, definition: resources.definition, before: before !== undefined };
  };
  const first = { revision: 1, image: "one", definition: "d1", before: false };
  beforeEach(() => squad.asService(() => Squadhub.recordDefinition("d1", 1, "one")));

  test("goes back to the state before it, however often its begin and end are repeated", () =>
    squad.asService(async () => {
      const runId = await aRun();
      for (const _ of [1, 2]) await Squadhub.beginUpgrade(runId);
      expect(await made()).toMatchObject({ revision: 2, definition: undefined, before: true });
      await Squadhub.recordDefinition("d2", 2, "two");
      await Squadhub.beginUpgrade(runId);
      expect(await made()).toMatchObject({ revision: 2, definition: "d2", before: true });
      for (const _ of [1, 2]) await Squadhub.abandonUpgrade(runId);
      expect(await made()).toEqual(first);
    }));

  test("never reuses a revision that was abandoned", () =>
    squad.asService(async () => {
      for (const revision of [2, 3]) {
        const runId = await aRun();
        await Squadhub.beginUpgrade(runId);
        expect(await made()).toMatchObject({ revision });
        await Squadhub.abandonUpgrade(runId);
      }
      // A step that comes too late.
      await expect(Squadhub.recordDefinition("late", 2, "two")).rejects.toThrow();
      expect(await made()).toEqual(first);
    }));

  test("is the state that the next one goes back to, once it is kept", () =>
    squad.asService(async () => {
      await Squadhub.beginUpgrade(await aRun());
      await Squadhub.recordDefinition("d2", 2, "two");
      await Squadhub.keepUpgrade();
      const next = await aRun();
      await Squadhub.beginUpgrade(next);
      await Squadhub.abandonUpgrade(next);
      expect(await made()).toEqual({ revision: 2, image: "two", definition: "d2", before: false });
    }));

  test("goes back past an upgrade that was not fully rolled back, but not past one that succeeded", () =>
    squad.asService(async () => {
      const broken = await aRun();
      await Squadhub.beginUpgrade(broken);
      await Run.finish(broken, { status: "rollback_incomplete", left: ["RegisterDefinition"] });
      const next = await aRun();
      await Squadhub.beginUpgrade(next);
      await Squadhub.abandonUpgrade(broken);
      expect(await made()).toMatchObject({ revision: 3, before: true });
      await Squadhub.abandonUpgrade(next);
      expect(await made()).toEqual(first);

      const good = await aRun();
      await Squadhub.beginUpgrade(good);
      await Squadhub.recordDefinition("d4", 4, "four");
      await Run.finish(good, { status: "succeeded" });
      const last = await aRun();
      await Squadhub.beginUpgrade(last);
      await Squadhub.abandonUpgrade(last);
      expect(await made()).toMatchObject({ revision: 4, definition: "d4" });
    }));
});
