// The account's open invitations.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MailPlus, X } from "lucide-react";
import { useState } from "react";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import { type Account, type Invitation, invitationsQuery } from "../queries.ts";
import { outranks, type Role } from "../roles.ts";
import { fullTime } from "../time.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Empty } from "../ui/empty.tsx";
import { LoadedList } from "../ui/loaded.tsx";
import { Section } from "../ui/section.tsx";
import { toastSuccess } from "../ui/toast.tsx";
import { AccessLabel } from "./access-label.tsx";
import { Invite } from "./invite.tsx";

export function Invitations({ account: { accountId }, role }: { account: Account; role: Role }) {
  const invitations = useQuery(invitationsQuery(accountId));
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
      <LoadedList
        query={invitations}
        label="Loading invitations"
        rows={1}
        empty={
          <Empty
            title="No open invitations"
            text="A person you invite gets an e-mail with a link to join the account."
          />
        }
      >
        {(invitation) => (
          <InvitationRow
            key={invitation.invitationId}
            invitation={invitation}
            canRevoke={outranks(role, invitation.role)}
            onRevoke={() => setRevoked(invitation)}
          />
        )}
      </LoadedList>
      <Dialog open={isInviting} onClose={close} title="Invite a person">
        <Invite accountId={accountId} grantedBy={role} onDone={close} />
      </Dialog>
      {revoked && <Revoke accountId={accountId} invitation={revoked} onClose={() => setRevoked(undefined)} />}
    </Section>
  );
}

interface RowProps {
  invitation: Invitation;
  canRevoke: boolean;
  onRevoke(): void;
}

function InvitationRow({ invitation, canRevoke, onRevoke }: RowProps) {
  const { email, invitedByName, expiresAt, role, tenantIds } = invitation;
  return (
    <li data-testid="invitation" className="flex items-center gap-3.5 py-3 pr-2 pl-5 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{email}</span>
        <span className="block text-[13px] text-soft">
          From {invitedByName}, valid until {fullTime(expiresAt)}
        </span>
      </span>
      <AccessLabel role={role} tenantIds={tenantIds} />
      {canRevoke ? (
        <IconButton label={`Revoke the invitation for ${email}`} onClick={onRevoke}>
          <X className="size-4.5" />
        </IconButton>
      ) : (
        <span className="w-3" />
      )}
    </li>
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
      request((api) =>
        api.DELETE("/accounts/{accountId}/invitations/{invitationId}", {
          params: { path: { accountId, invitationId } },
        }),
      ),
    onSuccess: () => {
      toastSuccess(`The invitation for ${email} was revoked.`);
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
      title={`Revoke the invitation for ${email}?`}
      description="The link in their e-mail stops working. You can invite them again at any time."
      action="Revoke invitation"
      mutation={revoke}
    />
  );
}
