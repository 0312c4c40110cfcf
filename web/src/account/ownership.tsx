// Transferring the ownership of an account, and leaving it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import { type Account, membersQuery } from "../queries.ts";
import type { Role } from "../roles.ts";
import { dropAccount } from "../tenant-cache.ts";
import { Button } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { toastSuccess } from "../ui/toast.tsx";
import { TransferOwnership } from "./transfer-ownership.tsx";

interface Props {
  account: Account;
  /** The signed-in user's id. */
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
          <h2 className="font-semibold">Transfer ownership</h2>
          <p className="mt-1 mb-4 text-sm text-soft">
            {candidates.length > 0
              ? "Another member becomes an owner, and you become an admin."
              : "Another member becomes an owner, and you become an admin. Invite a member first."}
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
            ? "You are the only owner, and an account needs one. Transfer the ownership first."
            : "You lose access to its workspaces. What you wrote stays."}
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
      request((api) => api.POST("/accounts/{accountId}/leave", { params: { path: { accountId } } })),
    onSuccess: async () => {
      dropAccount(client, accountId);
      await client.invalidateQueries({ queryKey: keys.me, refetchType: "all" });
      await navigate({ to: "/", replace: true });
      // Its cached data must not show up again.
      client.removeQueries({ queryKey: keys.ofAccount(accountId) });
      client.removeQueries({ queryKey: keys.workspaces });
      void client.invalidateQueries({ queryKey: keys.tenants });
      toastSuccess(`You left ${name}.`);
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Leave “${name}”?`}
      description="You can only come back when a member invites you."
      action="Leave account"
      mutation={leave}
    />
  );
}
