// Doorbells that were given up, and the way to ring them again.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BellRing } from "lucide-react";
import { ask } from "../api.ts";
import { Button } from "../ui/button.tsx";
import { LoadedList } from "../ui/loaded.tsx";
import { useDeed, useMayAct } from "./actions.tsx";
import { Head, Nothing, When } from "./parts.tsx";
import { deadLettersQuery } from "./queries.ts";

export function DeadLettersPage() {
  const letters = useQuery(deadLettersQuery);
  const mayAct = useMayAct();
  const redriving = useDeed(
    () => ask((api) => api.POST("/ops/dead-letters/redrive")),
    ({ redriven }) => (redriven === 1 ? "One doorbell rings again." : `${redriven} doorbells ring again.`),
  );
  return (
    <>
      <Head
        title="Dead letters"
        text="Doorbells of lanes that the drain function could not answer. What waits in the lane is still there: mend the fault, then ring again."
      >
        {mayAct && (letters.data?.length ?? 0) > 0 && (
          <Button kind="primary" onClick={() => redriving.mutate()} busy={redriving.isPending}>
            {!redriving.isPending && <BellRing className="size-4" aria-hidden />}
            Ring all again
          </Button>
        )}
      </Head>
      <div className="overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        <LoadedList
          query={letters}
          label="Loading dead letters"
          empty={<Nothing>There are no dead letters.</Nothing>}
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
              <span className="ml-auto text-faint">tried {receives} times</span>
              <When at={sentAt} />
            </li>
          )}
        </LoadedList>
      </div>
    </>
  );
}
