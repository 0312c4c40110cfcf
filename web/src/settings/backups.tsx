// The backups of the squad's files: one more now, or all brought back from one.
import { useQuery } from "@tanstack/react-query";
import { ArchiveRestore } from "lucide-react";
import { useState } from "react";
import { type Backup, backupsQuery, type Tenant } from "../queries.ts";
import { canStart, useStart } from "../run/use-start.ts";
import { fullTime } from "../time.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Empty } from "../ui/empty.tsx";
import { Problem } from "../ui/problem.tsx";
import { Section } from "../ui/section.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { bytes } from "./bytes.ts";

const reasons: Record<Backup["why"], string> = {
  asked: "Made by hand",
  upgrade: "Before an upgrade",
  restore: "Before a restore",
};

export function Backups({ tenant }: { tenant: Tenant }) {
  const { tenantId, status } = tenant;
  const { data: backups, error, refetch, isFetching } = useQuery(backupsQuery(tenantId));
  const [isAsking, setAsking] = useState(false);
  const [chosen, setChosen] = useState<Backup>();
  const backUp = useStart(tenantId);
  const restore = useStart(tenantId);
  return (
    <Section
      title="Backups"
      text="The squad’s own files: what it remembers, its sessions and log-ins. The newest five are kept."
      action={
        <Button onClick={() => setAsking(true)} disabled={!canStart(tenant, "backup")}>
          Back up now
        </Button>
      }
    >
      {backups ? (
        backups.length === 0 ? (
          <Empty title="No backups yet" text="One is made before every upgrade and every restore." />
        ) : (
          <ul className="divide-y divide-line">
            {backups.map((backup) => (
              <li key={backup.backupId} className="flex items-center gap-4 py-2.5 pr-3 pl-5 text-sm">
                <span className="min-w-0 flex-1">
                  <time dateTime={backup.createdAt} className="block font-medium">
                    {fullTime(backup.createdAt)}
                  </time>
                  <span className="block text-soft">
                    {[reasons[backup.why], bytes(backup.size), backup.version && `version ${backup.version}`]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <Button
                  kind="quiet"
                  onClick={() => setChosen(backup)}
                  disabled={!canStart(tenant, "restore")}
                  aria-label={`Restore the backup of ${fullTime(backup.createdAt)}`}
                >
                  <ArchiveRestore className="size-4" aria-hidden />
                  Restore
                </Button>
              </li>
            ))}
          </ul>
        )
      ) : error ? (
        <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />
      ) : (
        <div className="p-4">
          <SkeletonRows rows={2} label="Loading backups" />
        </div>
      )}
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
        doing={{ ...backUp, mutate: () => backUp.mutate("backup") }}
      />
      <Confirm
        open={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen ? `Restore ${fullTime(chosen.createdAt)}?` : ""}
        description="The squad’s files become those of that time; the present ones are backed up first, and come back by themselves should the restored ones not start. Its gateway gets new keys. The board is not touched: tasks, comments and documents stay as they are now."
        action="Restore"
        doing={{ ...restore, mutate: () => chosen && restore.mutate({ restore: chosen.backupId }) }}
      />
    </Section>
  );
}
