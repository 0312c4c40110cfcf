// A workspace that is only a name so far: until when it is held, and the two ways on.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { ask } from "../api.ts";
import { forgetTenant } from "../forget.ts";
import { keys } from "../keys.ts";
import { type Tenant, tenantQuery } from "../queries.ts";
import { useMay } from "../roles.ts";
import { fullTime, inWords, useNow } from "../time.ts";
import { Mark } from "../ui/brand.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { Facts } from "../ui/section.tsx";
import { useTitle } from "../ui/title.ts";

export function DraftPage() {
  const { tenantId } = useParams({ from: "/inside/w/$tenantId/draft" });
  // Its errors are shown by the frame around this page.
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  useTitle(tenant?.name ?? "");
  if (tenant && tenant.status !== "draft")
    return <Navigate to="/w/$tenantId" params={{ tenantId }} replace />;
  return <Page>{tenant ? <Draft tenant={tenant} /> : <PageSkeleton />}</Page>;
}

function Draft({ tenant }: { tenant: Tenant }) {
  const { tenantId, name, goal, leadName, timezone, draftUntil } = tenant;
  const now = useNow(10_000);
  const mayDecide = useMay(tenantId, "admin");
  const isOver = draftUntil !== undefined && Date.parse(draftUntil) <= now;
  return (
    <>
      <div className="flex items-start gap-4">
        <Mark className="mt-0.5 hidden size-11 text-2xl sm:grid" />
        <div className="min-w-0 flex-1" role="status">
          <h1 className="text-2xl font-semibold" data-testid="draft">
            {isOver ? `“${name}” is not held any more` : `“${name}” is held for you`}
          </h1>
          <p className="mt-1.5 text-soft">
            {isOver
              ? "It was not set up in time. Make the workspace again, if its name is still free."
              : "Nobody else can take the name. There is no squad yet, and nothing to pay for."}
          </p>
        </div>
      </div>
      <div className="mt-6 overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        <Facts
          facts={[
            [
              isOver ? "Held until" : "Held for",
              draftUntil &&
                (isOver ? (
                  fullTime(draftUntil)
                ) : (
                  <>
                    {inWords(draftUntil, now)}
                    <span className="text-soft">, until {fullTime(draftUntil)}</span>
                  </>
                )),
            ],
            ["Goal", goal],
            ["Lead agent", leadName],
            ["Time zone", timezone.replaceAll("_", " ")],
          ]}
        />
      </div>
      {isOver ? (
        <Link to="/new" className={`${buttonClass("primary", "large")} mt-6`}>
          New workspace
        </Link>
      ) : mayDecide ? (
        <Decide tenant={tenant} />
      ) : (
        <p className="mt-6 text-sm text-soft">An admin of the account can set it up.</p>
      )}
    </>
  );
}

function Decide({ tenant: { tenantId, name } }: { tenant: Tenant }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const params = { path: { tenantId } };
  const start = useMutation({
    mutationFn: () => ask((api) => api.POST("/t/{tenantId}/provision", { params })),
    onSuccess: async (run) => {
      client.setQueryData(keys.run(tenantId, run.runId), run);
      await navigate({
        to: "/w/$tenantId/run/$runId",
        params: { tenantId, runId: run.runId },
        replace: true,
      });
      void client.invalidateQueries({ queryKey: keys.tenant(tenantId) });
      void client.invalidateQueries({ queryKey: keys.tenants });
    },
  });
  const discard = useMutation({
    mutationFn: () => ask((api) => api.DELETE("/t/{tenantId}/draft", { params })),
    onSuccess: async () => {
      forgetTenant(client, tenantId);
      await navigate({ to: "/", replace: true });
      client.removeQueries({ queryKey: keys.all(tenantId) });
      void client.invalidateQueries({ queryKey: keys.tenants });
    },
  });
  return (
    <div className="mt-6 grid gap-3">
      <FormProblem error={start.error} />
      <div className="flex flex-wrap gap-x-3 gap-y-1.5">
        <Button
          kind="primary"
          size="large"
          onClick={() => start.mutate()}
          busy={start.isPending}
          className="max-sm:w-full"
        >
          {start.error ? "Try again" : "Set it up now"}
          {!start.isPending && <ArrowRight className="size-4.5" aria-hidden />}
        </Button>
        <Button
          kind="quiet"
          size="large"
          onClick={() => setAsking(true)}
          disabled={start.isPending}
          className="max-sm:w-full"
        >
          Give the name up
        </Button>
      </div>
      <Confirm
        open={isAsking}
        onClose={() => setAsking(false)}
        title={`Give “${name}” up?`}
        description="The name is free again, for anybody."
        action="Give it up"
        mutation={discard}
      />
    </div>
  );
}
