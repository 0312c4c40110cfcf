// Where an invitation's link leads: says who invites whom into what, and lets the invited person in.
import { useQuery } from "@tanstack/react-query";
import { Link, useLoaderData } from "@tanstack/react-router";
import { MailX } from "lucide-react";
import type { ReactNode } from "react";
import { describe, isStatus } from "../api.ts";
import { useAuth } from "../auth.ts";
import { meQuery, offerQuery } from "../queries.ts";
import { Mark } from "../ui/brand.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useTitle } from "../ui/title.ts";
import { Offer } from "./offer.tsx";
import { AnotherPerson, Join, SignInFirst } from "./steps.tsx";

export function JoinPage() {
  useTitle("Invitation");
  const { token } = useLoaderData({ from: "/join" });
  return (
    <main className="grid min-h-dvh place-content-center bg-[radial-gradient(50rem_28rem_at_50%_-8rem,var(--glow),transparent)] p-5">
      <div className="grid w-[min(27rem,calc(100vw-2.5rem))] justify-items-center gap-5 rounded-3xl border border-line bg-card p-6 text-center shadow-float sm:p-9">
        {token ? (
          <Invited key={token} token={token} />
        ) : (
          <NoInvitation detail="There is no invitation here. Open the link in your mail again: it must be whole, up to its last letter." />
        )}
      </div>
    </main>
  );
}

function Invited({ token }: { token: string }) {
  const { signedIn } = useAuth();
  const { data: offer, error, refetch, isFetching } = useQuery(offerQuery(token));
  const me = useQuery({ ...meQuery, enabled: signedIn });
  const failed = error ?? (me.data ? null : me.error);

  if (failed && (isStatus(failed, 404) || isStatus(failed, 400)))
    return (
      <NoInvitation
        detail={isStatus(failed, 404) ? describe(failed).detail : "This link is not whole. Copy all of it."}
      >
        <p className="text-sm text-soft">
          Who invited you can send another from “Members and plan”. If you have joined already, your
          workspaces are waiting.
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
        aria-label="Looking at the invitation"
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
        <AnotherPerson wanted={offer.email} present={me.data.email} />
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
        <h1 className="text-xl font-semibold">This invitation does not open</h1>
        <p>{detail}</p>
      </div>
      {children}
      <Link to="/" className={buttonClass("secondary")}>
        Go to Clawe
      </Link>
    </>
  );
}
