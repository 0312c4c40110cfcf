// The ways out of an account: handing it over, and leaving it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../api.ts";
import { forgetAccount } from "../forget.ts";
import { keys } from "../keys.ts";
import { type Account, membersQuery } from "../queries.ts";
import type { Role } from "../ranks.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { toastDone } from "../ui/toast.tsx";
import { TransferOwnership } from "./transfer-ownership.tsx";

interface Props {
  account: Account;
  /** The user who looks. */
  me: string;
  role: Role;
}

export function Ownership({ account, me, role }: Props) {
  const { data: members } = useQuery(membersQuery(account.accountId));
  const [isTransferring, setTransferring] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  if (!members) return null;
  const candidates = members.filter((member) => member.userId !== me && member.role !== "owner");
  const isLastOwner =
    role === "owner" && !members.some((member) => member.userId !== me && member.role === "owner");
  return (
    <section aria-label="Ownership" className="divide-y divide-bad/20 rounded-2xl border border-bad/30 px-5">
      {role === "owner" && (
        <div className="py-5">
          <h2 className="font-semibold">Hand the account over</h2>
          <p className="mt-1 mb-4 text-sm text-soft">
            {candidates.length > 0
              ? "Somebody else becomes an owner, and you become an admin."
              : "Somebody else becomes an owner, and you become an admin. Invite them first."}
          </p>
          <Button
            className="text-bad"
            onClick={() => setTransferring(true)}
            disabled={candidates.length === 0}
          >
            Transfer ownership
          </Button>
          {isTransferring && (
            <TransferOwnership
              accountId={account.accountId}
              candidates={candidates}
              onClose={() => setTransferring(false)}
            />
          )}
        </div>
      )}
      <div className="py-5">
        <h2 className="font-semibold">Leave this account</h2>
        <p className="mt-1 mb-4 text-sm text-soft">
          {isLastOwner
            ? "An account needs an owner, and you are its only one. Make somebody else an owner first."
            : "You lose its workspaces. What you have written stays."}
        </p>
        <Button className="text-bad" onClick={() => setLeaving(true)} disabled={isLastOwner}>
          Leave account
        </Button>
        {isLeaving && <Leave account={account} onClose={() => setLeaving(false)} />}
      </div>
    </section>
  );
}

function Leave({ account: { accountId, name }, onClose }: { account: Account; onClose(): void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () =>
      ask((api) => api.POST("/accounts/{accountId}/leave", { params: { path: { accountId } } })),
    onSuccess: async () => {
      forgetAccount(client, accountId);
      await client.invalidateQueries({ queryKey: keys.me, refetchType: "all" });
      await navigate({ to: "/", replace: true });
      // Nothing of it is to be found any more.
      client.removeQueries({ queryKey: keys.ofAccount(accountId) });
      client.removeQueries({ queryKey: keys.workspaces });
      void client.invalidateQueries({ queryKey: keys.tenants });
      toastDone(`You have left ${name}.`);
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Leave “${name}”?`}
      description="You can come back only when somebody invites you."
      action="Leave"
      mutation={leave}
    />
  );
}
