// What an invitation offers.
import type { ReactNode } from "react";
import { roleDescriptions, roleLabels } from "../account/labels.ts";
import type { Offer as Offered } from "../queries.ts";
import { fullTime } from "../time.ts";
import { Mark } from "../ui/brand.tsx";

export function Offer({ offer: { accountName, invitedByName, role, email, expiresAt } }: { offer: Offered }) {
  return (
    <>
      <Mark className="size-14 text-3xl" />
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold">You are invited</h1>
        <p className="text-soft wrap-anywhere">
          <span className="font-medium text-ink">{invitedByName}</span> invites you to join{" "}
          <span className="font-medium text-ink">{accountName}</span> on Clawe.
        </p>
      </div>
      <dl className="w-full divide-y divide-line rounded-2xl bg-well px-4 text-left text-sm">
        <Fact name="Role">
          {roleLabels[role]}
          <span className="block text-[13px] text-soft">{roleDescriptions[role]}</span>
        </Fact>
        <Fact name="For">{email}</Fact>
        <Fact name="Valid until">{fullTime(expiresAt)}</Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-4 py-2.5">
      <dt className="w-20 shrink-0 text-soft">{name}</dt>
      <dd className="min-w-0 flex-1 wrap-anywhere">{children}</dd>
    </div>
  );
}
