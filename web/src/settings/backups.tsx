// The backups of the squad's files: one more now, or all brought back from one.
import { useQuery } from "@tanstack/react-query";
import { ArchiveRestore } from "lucide-react";
import { useState } from "react";
import { type Backup, backupsQuery, type Tenant } from "../queries.ts";
import { useStart } from "../run/use-start.ts";
import { fullTime } from "../time.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Empty } from "../ui/empty.tsx";
import { LoadedList } from "../ui/loaded.tsx";
import { Section } from "../ui/section.tsx";
import { bytes } from "./bytes.ts";
import { mayBeWorkedOn } from "./working.ts";

const reasons: Record<Backup["why"], string> = {
  asked: "Made by hand",
  upgrade: "Before an upgrade",
  restore: "Before a restore",
};

export function Backups({ tenant }: { tenant: Tenant }) {
  const { tenantId, status } = tenant;
  const backups = useQuery(backupsQuery(tenantId));
  const [isAsking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<Backup>();
  const backUp = useStart(tenantId);
  const restore = useStart(tenantId);
  const isFree = mayBeWorkedOn(tenant);
  return (
    <Section
      title="Backups"
      text="The squad’s own files: what it remembers, its sessions and log-ins. The newest five are kept."
      action={
        <Button onClick={() => setAsking(true)} disabled={!isFree}>
          Back up now
        </Button>
      }
    >
      <LoadedList
        query={backups}
        label="Loading backups"
        rows={2}
        empty={<Empty title="No backups yet" text="One is made before every upgrade and every restore." />}
      >
        {(backup) => (
          <BackupRow
            key={backup.backupId}
            backup={backup}
            canRestore={isFree}
            onRestore={() => setChosen(backup)}
          />
        )}
      </LoadedList>
      <Confirm
        open={isAsking}
        onClose={() => setAsking(false)}
        title="Back up now?"
        description={
          status === "active"
            ? "The squad is stopped for it and comes back by itself, in about a minute. What is written meanwhile waits."
            : "The squad is at rest and stays so."
        }
        action="Back up"
        kind="primary"
        mutation={{ ...backUp, mutate: () => backUp.mutate("backup") }}
      />
      <Confirm
        open={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen ? `Restore ${fullTime(chosen.createdAt)}?` : ""}
        description="The squad’s files become those of that time; the present ones are backed up first, and come back by themselves should the restored ones not start. Its gateway gets new keys. The board is not touched: tasks, comments and documents stay as they are now."
        action="Restore"
        mutation={{ ...restore, mutate: () => chosen && restore.mutate({ restore: chosen.backupId }) }}
      />
    </Section>
  );
}

interface RowProps {
  backup: Backup;
  canRestore: boolean;
  onRestore(): void;
}

function BackupRow({ backup, canRestore, onRestore }: RowProps) {
  const { createdAt, why, size, version } = backup;
  return (
    <li className="flex items-center gap-4 py-2.5 pr-3 pl-5 text-sm">
      <span className="min-w-0 flex-1">
        <time dateTime={createdAt} className="block font-medium">
          {fullTime(createdAt)}
        </time>
        <span className="block text-soft">
          {[reasons[why], bytes(size), version && `version ${version}`].filter(Boolean).join(" · ")}
        </span>
      </span>
      <Button
        kind="quiet"
        onClick={onRestore}
        disabled={!canRestore}
        aria-label={`Restore the backup from ${fullTime(createdAt)}`}
      >
        <ArchiveRestore className="size-4" aria-hidden />
        Restore
      </Button>
    </li>
  );
}
