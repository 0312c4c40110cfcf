// A draft: a reserved name without a squad. It can be set up or discarded.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { request } from "../api.ts";
import { zoneLabel } from "../home/zone.ts";
import { keys } from "../keys.ts";
import { type Tenant, tenantQuery } from "../queries.ts";
import { dropTenant } from "../tenant-cache.ts";
import { fullTime, timeUntil, useNow } from "../time.ts";
import { Mark } from "../ui/brand.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Page, PageSkeleton } from "../ui/page.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { Facts } from "../ui/section.tsx";
import { useTitle } from "../ui/title.ts";
import { useHasRole } from "../use-role.ts";

export function DraftPage() {
  const { tenantId } = useParams({ from: "/inside/w/$tenantId/draft" });
  // The frame around this page shows its errors.
  const { data: tenant } = useQuery(tenantQuery(tenantId));
  useTitle(tenant?.name ?? "");
  if (tenant && tenant.status !== "draft")
    return <Navigate to="/w/$tenantId" params={{ tenantId }} replace />;
  return <Page>{tenant ? <Draft tenant={tenant} /> : <PageSkeleton />}</Page>;
}

function Draft({ tenant }: { tenant: Tenant }) {
  const { tenantId, name, goal, leadName, timezone, draftUntil } = tenant;
  const now = useNow(10_000);
  const canDecide = useHasRole(tenantId, "admin");
  const hasExpired = draftUntil !== undefined && Date.parse(draftUntil) <= now;
  return (
    <>
      <div className="flex items-start gap-4">
        <Mark className="mt-0.5 hidden size-11 text-2xl sm:grid" />
        <div className="min-w-0 flex-1" role="status">
          <h1 className="text-2xl font-semibold" data-testid="draft">
            {hasExpired ? `“${name}” is no longer reserved` : `“${name}” is reserved for you`}
          </h1>
          <p className="mt-1.5 text-soft">
            {hasExpired
              ? "The workspace was not set up in time. Create it again if the name is still free."
              : "Nobody else can take the name. Set up the workspace to get its squad."}
          </p>
        </div>
      </div>
      <div className="mt-6 overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        <Facts
          facts={[
            [
              hasExpired ? "Reserved until" : "Reserved for",
              draftUntil &&
                (hasExpired ? (
                  fullTime(draftUntil)
                ) : (
                  <>
                    {timeUntil(draftUntil, now)}
                    <span className="text-soft"> (until {fullTime(draftUntil)})</span>
                  </>
                )),
            ],
            ["Goal", goal],
            ["Lead agent", leadName],
            ["Time zone", zoneLabel(timezone)],
          ]}
        />
      </div>
      {hasExpired ? (
        <Link to="/new" className={`${buttonClass("primary", "large")} mt-6`}>
          New workspace
        </Link>
      ) : canDecide ? (
        <DraftActions tenant={tenant} />
      ) : (
        <p className="mt-6 text-sm text-soft">An admin of the account can set up this workspace.</p>
      )}
    </>
  );
}

function useSetUp(tenantId: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () =>
      request((api) => api.POST("/t/{tenantId}/provision", { params: { path: { tenantId } } })),
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
}

function useDiscard(tenantId: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => request((api) => api.DELETE("/t/{tenantId}/draft", { params: { path: { tenantId } } })),
    onSuccess: async () => {
      dropTenant(client, tenantId);
      await navigate({ to: "/", replace: true });
      client.removeQueries({ queryKey: keys.all(tenantId) });
      void client.invalidateQueries({ queryKey: keys.tenants });
    },
  });
}

function DraftActions({ tenant: { tenantId, name } }: { tenant: Tenant }) {
  const [isConfirming, setConfirming] = useState(false);
  const setUp = useSetUp(tenantId);
  const discard = useDiscard(tenantId);
  return (
    <div className="mt-6 grid gap-3">
      <FormProblem error={setUp.error} />
      <div className="flex flex-wrap gap-x-3 gap-y-1.5">
        <Button
          kind="primary"
          size="large"
          onClick={() => setUp.mutate()}
          busy={setUp.isPending}
          className="max-sm:w-full"
        >
          {setUp.error ? "Try again" : "Set up the workspace"}
          {!setUp.isPending && <ArrowRight className="size-4.5" aria-hidden />}
        </Button>
        <Button
          kind="quiet"
          size="large"
          onClick={() => setConfirming(true)}
          disabled={setUp.isPending}
          className="max-sm:w-full"
        >
          Discard draft
        </Button>
      </div>
      <Confirm
        open={isConfirming}
        onClose={() => setConfirming(false)}
        title={`Discard “${name}”?`}
        description="The name becomes free, and anyone can take it."
        action="Discard draft"
        mutation={discard}
      />
    </div>
  );
}
