// The backups of the squad's files, with ways to create and restore one.
import { useQuery } from "@tanstack/react-query";
import { ArchiveRestore } from "lucide-react";
import { useState } from "react";
import { type Backup, backupsQuery, type Tenant } from "../queries.ts";
import { canStart, useStart } from "../run/use-start.ts";
import { fullTime } from "../time.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Empty } from "../ui/empty.tsx";
import { LoadedList } from "../ui/loaded.tsx";
import { Section } from "../ui/section.tsx";
import { formatBytes } from "./format-bytes.ts";

const reasons: Record<Backup["why"], string> = {
  asked: "Manual",
  upgrade: "Before an upgrade",
  restore: "Before a restore",
};

export function Backups({ tenant }: { tenant: Tenant }) {
  const { tenantId, status } = tenant;
  const backups = useQuery(backupsQuery(tenantId));
  const [isConfirming, setConfirming] = useState(false);
  const [chosen, setChosen] = useState<Backup>();
  const backUp = useStart(tenantId);
  const restore = useStart(tenantId);
  return (
    <Section
      title="Backups"
      text="The squad’s files: its memory, sessions and log-ins. The five newest backups are kept."
      action={
        <Button onClick={() => setConfirming(true)} disabled={!canStart(tenant, "backup")}>
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
            canRestore={canStart(tenant, "restore")}
            onRestore={() => setChosen(backup)}
          />
        )}
      </LoadedList>
      <Confirm
        open={isConfirming}
        onClose={() => setConfirming(false)}
        title="Back up now?"
        description={
          status === "active"
            ? "The squad stops and comes back by itself in about a minute. It reads what you write when it is back."
            : "The squad is not running and stays that way."
        }
        action="Back up"
        kind="primary"
        mutation={{ ...backUp, mutate: () => backUp.mutate("backup") }}
      />
      <Confirm
        open={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen ? `Restore the backup from ${fullTime(chosen.createdAt)}?` : ""}
        description="The squad’s files are replaced by those in the backup. The current files are backed up first, and they come back by themselves if the squad does not start. The gateway gets new keys. Tasks, comments and documents stay as they are."
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
          {[reasons[why], formatBytes(size), version && `version ${version}`].filter(Boolean).join(" · ")}
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
