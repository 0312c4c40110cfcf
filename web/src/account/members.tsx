// The members of an account.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, UserMinus, UserPen } from "lucide-react";
import { useState } from "react";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import { type Account, type Member, membersQuery } from "../queries.ts";
import { outranks, type Role } from "../roles.ts";
import { PersonAvatar } from "../ui/avatar.tsx";
import { IconButton } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { LoadedList } from "../ui/loaded.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { Section } from "../ui/section.tsx";
import { toastSuccess } from "../ui/toast.tsx";
import { AccessLabel } from "./access-label.tsx";
import { EditMember } from "./edit-member.tsx";

interface Props {
  account: Account;
  /** The signed-in user's id. */
  me: string;
  role: Role;
}

export function Members({ account: { accountId, name }, me, role }: Props) {
  const members = useQuery(membersQuery(accountId));
  const [edited, setEdited] = useState<Member>();
  const [removed, setRemoved] = useState<Member>();
  return (
    <Section title="Members">
      <LoadedList query={members} label="Loading members" rows={2} empty={null}>
        {(member) => (
          <MemberRow
            key={member.userId}
            member={member}
            isMe={member.userId === me}
            canChange={member.userId !== me && outranks(role, member.role)}
            onEdit={() => setEdited(member)}
            onRemove={() => setRemoved(member)}
          />
        )}
      </LoadedList>
      <Dialog open={edited !== undefined} onClose={() => setEdited(undefined)} title={edited?.name ?? ""}>
        {edited && (
          <EditMember
            accountId={accountId}
            member={edited}
            grantedBy={role}
            onDone={() => setEdited(undefined)}
          />
        )}
      </Dialog>
      {removed && (
        <RemoveMember
          accountId={accountId}
          accountName={name}
          member={removed}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </Section>
  );
}

interface RowProps {
  member: Member;
  isMe: boolean;
  canChange: boolean;
  onEdit(): void;
  onRemove(): void;
}

function MemberRow({ member, isMe, canChange, onEdit, onRemove }: RowProps) {
  const { name, email, role, tenantIds } = member;
  return (
    <li data-testid="member" className="flex items-center gap-3.5 py-3 pr-2 pl-5">
      <PersonAvatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-medium">
          {name}
          {isMe && <span className="font-normal text-faint"> (you)</span>}
        </span>
        <span className="block truncate text-[13px] text-soft">{email}</span>
      </span>
      <AccessLabel role={role} tenantIds={tenantIds} />
      {canChange ? (
        <Menu
          label={`Actions for ${name}`}
          trigger={
            <IconButton label={`Change ${name}`}>
              <Ellipsis className="size-4.5" />
            </IconButton>
          }
        >
          <MenuItem onSelect={onEdit}>
            <UserPen className="size-4 text-soft" aria-hidden />
            Role and workspaces
          </MenuItem>
          <MenuItem onSelect={onRemove} className="text-bad">
            <UserMinus className="size-4" aria-hidden />
            Remove from the account
          </MenuItem>
        </Menu>
      ) : (
        <span className="w-3" />
      )}
    </li>
  );
}

interface RemoveProps {
  accountId: string;
  accountName: string;
  member: Member;
  onClose(): void;
}

function RemoveMember({ accountId, accountName, member: { userId, name }, onClose }: RemoveProps) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      request((api) =>
        api.DELETE("/accounts/{accountId}/members/{userId}", { params: { path: { accountId, userId } } }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.members(accountId) });
      void client.invalidateQueries({ queryKey: keys.account(accountId) });
      toastSuccess(`${name} was removed from the account.`);
      onClose();
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Remove ${name}?`}
      description={`They lose access to all workspaces of “${accountName}” at once. What they wrote stays.`}
      action="Remove member"
      mutation={remove}
    />
  );
}
