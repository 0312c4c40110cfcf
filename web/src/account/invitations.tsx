// Who is asked into the account and has not answered yet.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MailPlus, X } from "lucide-react";
import { useState } from "react";
import { ask } from "../api.ts";
import { keys } from "../keys.ts";
import { type Account, type Invitation, invitationsQuery, tenantsQuery } from "../queries.ts";
import { outranks, type Role } from "../ranks.ts";
import { fullTime } from "../time.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Empty } from "../ui/empty.tsx";
import { Problem } from "../ui/problem.tsx";
import { Section } from "../ui/section.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { toastDone } from "../ui/toast.tsx";
import { Invite } from "./invite.tsx";
import { narrowingWords, roleWords } from "./words.ts";

export function Invitations({ account: { accountId }, role }: { account: Account; role: Role }) {
  const { data: invitations, error, refetch, isFetching } = useQuery(invitationsQuery(accountId));
  const { data: tenants = [] } = useQuery(tenantsQuery);
  const [isInviting, setInviting] = useState(false);
  const [revoked, setRevoked] = useState<Invitation>();
  const close = () => setInviting(false);
  return (
    <Section
      title="Invitations"
      action={
        <Button onClick={() => setInviting(true)}>
          <MailPlus className="size-4" aria-hidden />
          Invite
        </Button>
      }
    >
      {!invitations ? (
        error ? (
          <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />
        ) : (
          <div className="p-4">
            <SkeletonRows rows={1} label="Loading invitations" />
          </div>
        )
      ) : invitations.length === 0 ? (
        <Empty title="Nobody is invited" text="Who you invite gets a mail with a link, and joins with it." />
      ) : (
        <ul className="divide-y divide-line">
          {invitations.map((invitation) => (
            <li
              key={invitation.invitationId}
              data-testid="invitation"
              className="flex items-center gap-3.5 py-3 pr-2 pl-5 text-sm"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{invitation.email}</span>
                <span className="block text-[13px] text-soft">
                  By {invitation.invitedByName}, until {fullTime(invitation.expiresAt)}
                </span>
              </span>
              <span className="max-w-36 text-right">
                {roleWords[invitation.role]}
                {invitation.tenantIds && (
                  <span className="block truncate text-[13px] text-soft">
                    {narrowingWords(invitation.tenantIds, tenants)}
                  </span>
                )}
              </span>
              {outranks(role, invitation.role) ? (
                <IconButton
                  label={`Revoke the invitation of ${invitation.email}`}
                  onClick={() => setRevoked(invitation)}
                >
                  <X className="size-4.5" />
                </IconButton>
              ) : (
                <span className="w-3" />
              )}
            </li>
          ))}
        </ul>
      )}
      <Dialog open={isInviting} onClose={close} title="Invite somebody">
        <Invite accountId={accountId} role={role} onDone={close} />
      </Dialog>
      {revoked && <Revoke accountId={accountId} invitation={revoked} onClose={() => setRevoked(undefined)} />}
    </Section>
  );
}

interface RevokeProps {
  accountId: string;
  invitation: Invitation;
  onClose(): void;
}

function Revoke({ accountId, invitation: { invitationId, email }, onClose }: RevokeProps) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () =>
      ask((api) =>
        api.DELETE("/accounts/{accountId}/invitations/{invitationId}", {
          params: { path: { accountId, invitationId } },
        }),
      ),
    onSuccess: () => {
      toastDone(`The invitation of ${email} is revoked.`);
      onClose();
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.invitations(accountId) }),
        client.invalidateQueries({ queryKey: keys.members(accountId) }),
      ]),
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Revoke the invitation of ${email}?`}
      description="The link in their mail opens nothing any more. You can invite them again."
      action="Revoke"
      doing={revoke}
    />
  );
}
