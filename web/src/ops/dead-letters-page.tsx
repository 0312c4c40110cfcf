// Doorbells that could not be delivered, with a button to ring them again.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellRing } from "lucide-react";
import { request } from "../api.ts";
import { Button } from "../ui/button.tsx";
import { LoadedList } from "../ui/loaded.tsx";
import { useCanAct, useOperatorAction } from "./actions.tsx";
import { EmptyText, PageHead, TimeAgo } from "./parts.tsx";
import { deadLettersQuery } from "./queries.ts";

export function DeadLettersPage() {
  const letters = useQuery(deadLettersQuery);
  const canAct = useCanAct();
  const redrive = useOperatorAction(
    () => request((api) => api.POST("/ops/dead-letters/redrive")),
    ({ redriven }) =>
      redriven === 1 ? "1 doorbell was rung again." : `${redriven} doorbells were rung again.`,
  );
  return (
    <>
      <PageHead
        title="Dead letters"
        text="Doorbells that the drain function could not handle. The notifications are still in their lanes. Fix the cause, then ring again."
      >
        {canAct && (letters.data?.length ?? 0) > 0 && (
          <Button kind="primary" onClick={() => redrive.mutate()} busy={redrive.isPending}>
            {!redrive.isPending && <BellRing className="size-4" aria-hidden />}
            Ring all again
          </Button>
        )}
      </PageHead>
      <div className="overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        <LoadedList
          query={letters}
          label="Loading dead letters"
          empty={<EmptyText>There are no dead letters.</EmptyText>}
        >
          {({ id, lane, sentAt, receives }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-3 text-sm">
              <span className="font-medium">{lane.agentId}</span>
              <Link
                to="/ops/tenants/$tenantId"
                params={{ tenantId: lane.tenantId }}
                className="font-mono text-[12px] text-accent hover:underline wrap-anywhere"
              >
                {lane.tenantId}
              </Link>
              <span className="ml-auto text-faint">{receives} attempts</span>
              <TimeAgo at={sentAt} />
            </li>
          )}
        </LoadedList>
      </div>
    </>
  );
}
