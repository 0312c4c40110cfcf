// Where an invitation's link leads: says who invites whom to what, and lets the invited person join.
import { useQuery } from "@tanstack/react-query";
import { Link, useLoaderData } from "@tanstack/react-router";
import { MailX } from "lucide-react";
import type { ReactNode } from "react";
import { describeError, isStatus } from "../api.ts";
import { useAuth } from "../auth.ts";
import { meQuery, offerQuery } from "../queries.ts";
import { Mark } from "../ui/brand.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useTitle } from "../ui/title.ts";
import { Offer } from "./offer.tsx";
import { Join, SignInFirst, WrongAccount } from "./steps.tsx";

export function JoinPage() {
  useTitle("Invitation");
  const { token } = useLoaderData({ from: "/join" });
  return (
    <main className="grid min-h-dvh place-content-center bg-[radial-gradient(50rem_28rem_at_50%_-8rem,var(--glow),transparent)] p-5">
      <div className="grid w-[min(27rem,calc(100vw-2.5rem))] justify-items-center gap-5 rounded-3xl border border-line bg-card p-6 text-center shadow-float sm:p-9">
        {token ? (
          <InvitationDetails key={token} token={token} />
        ) : (
          <NoInvitation detail="The link is incomplete. Open it from your e-mail again, or copy all of it." />
        )}
      </div>
    </main>
  );
}

function InvitationDetails({ token }: { token: string }) {
  const { signedIn } = useAuth();
  const { data: offer, error, refetch, isFetching } = useQuery(offerQuery(token));
  const me = useQuery({ ...meQuery, enabled: signedIn });
  const failed = error ?? (me.data ? null : me.error);

  if (failed && (isStatus(failed, 404) || isStatus(failed, 400)))
    return (
      <NoInvitation
        detail={
          isStatus(failed, 404)
            ? describeError(failed).detail
            : "The link is incomplete. Open it from your e-mail again, or copy all of it."
        }
      >
        <p className="text-sm text-soft">
          The person who invited you can send another invitation from “Members and plan”. If you have joined
          already, you can go to your workspaces.
        </p>
      </NoInvitation>
    );
  if (failed)
    return (
      <Problem
        error={failed}
        onRetry={() => {
          void refetch();
          if (me.error) void me.refetch();
        }}
        busy={isFetching || me.isFetching}
      />
    );
  if (!offer || (signedIn && !me.data))
    return (
      <div
        role="status"
        aria-label="Loading the invitation"
        className="grid w-full justify-items-center gap-4"
      >
        <Mark className="size-14 text-3xl" />
        <Skeleton className="h-7 w-3/4" />
        <Skeleton className="h-16 w-full" />
      </div>
    );
  return (
    <>
      <Offer offer={offer} />
      {!me.data || !signedIn ? (
        <SignInFirst email={offer.email} />
      ) : me.data.email === offer.email ? (
        <Join token={token} offer={offer} email={me.data.email} />
      ) : (
        <WrongAccount invited={offer.email} signedIn={me.data.email} />
      )}
    </>
  );
}

function NoInvitation({ detail, children }: { detail: string; children?: ReactNode }) {
  return (
    <>
      <span className="grid size-14 place-items-center rounded-full bg-well text-soft">
        <MailX className="size-6" aria-hidden />
      </span>
      <div role="alert" className="grid gap-2">
        <h1 className="text-xl font-semibold">This invitation cannot be opened</h1>
        <p>{detail}</p>
      </div>
      {children}
      <Link to="/" className={buttonClass("secondary")}>
        Go to Clawe
      </Link>
    </>
  );
}
