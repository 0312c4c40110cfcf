// The workspace's routines: tasks that are created on a schedule.
import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { zoneLabel } from "../home/zone.ts";
import { type Routine, routinesQuery, tenantQuery } from "../queries.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Empty } from "../ui/empty.tsx";
import { LoadedList } from "../ui/loaded.tsx";
import { Page } from "../ui/page.tsx";
import { useTitle } from "../ui/title.ts";
import { useHasRole } from "../use-role.ts";
import { RoutineForm } from "./routine-form.tsx";
import { RoutineRow } from "./routine-row.tsx";

export function RoutinesPage() {
  const { tenantId } = useParams({ from: "/inside/w/$tenantId/routines" });
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  const routines = useQuery(routinesQuery(tenantId));
  const canWrite = useHasRole(tenantId, "member");
  /** The routine whose form is open. */
  const [edited, setEdited] = useState<Routine | "new">();
  useTitle("Routines");
  if (tenant?.status === "draft") return <Navigate to="/w/$tenantId/draft" params={{ tenantId }} replace />;

  const zone = tenant ? zoneLabel(tenant.timezone) : "";
  return (
    <Page width="wide">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div>
          <h1 className="text-2xl font-semibold">Routines</h1>
          <p className="mt-1 text-soft">Each routine creates a task in the inbox on a schedule.</p>
        </div>
        {canWrite && (
          <Button onClick={() => setEdited("new")}>
            <Plus className="size-4" aria-hidden />
            New routine
          </Button>
        )}
      </div>
      <div className="mt-6 overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        <LoadedList
          query={routines}
          label="Loading routines"
          empty={
            <Empty title="No routines yet" text="Create one for work that repeats every day or every week." />
          }
        >
          {(routine) => (
            <RoutineRow
              key={routine.routineId}
              tenantId={tenantId}
              routine={routine}
              canWrite={canWrite}
              onEdit={() => setEdited(routine)}
            />
          )}
        </LoadedList>
      </div>
      {zone && <p className="mt-3 text-center text-[13px] text-faint">Times are in {zone}.</p>}
      {edited && (
        <RoutineDialog
          tenantId={tenantId}
          zone={zone}
          routine={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Page>
  );
}

interface DialogProps {
  tenantId: string;
  zone: string;
  /** Undefined for a new one. */
  routine: Routine | undefined;
  onClose(): void;
}

function RoutineDialog({ routine, onClose, ...rest }: DialogProps) {
  return (
    <Dialog open onClose={onClose} title={routine ? "Edit routine" : "New routine"}>
      <RoutineForm routine={routine} onDone={onClose} {...rest} />
    </Dialog>
  );
}
