// The people of an account, and what can be done about each.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, UserMinus, UserPen } from "lucide-react";
import { useState } from "react";
import { ask } from "../api.ts";
import { keys } from "../keys.ts";
import { type Account, type Member, membersQuery, tenantsQuery } from "../queries.ts";
import { outranks, type Role } from "../ranks.ts";
import { PersonFace } from "../ui/avatar.tsx";
import { IconButton } from "../ui/button.tsx";
import { Confirm } from "../ui/confirm.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { Problem } from "../ui/problem.tsx";
import { Section } from "../ui/section.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { toastDone } from "../ui/toast.tsx";
import { EditMember } from "./edit-member.tsx";
import { narrowingWords, roleWords } from "./words.ts";

interface Props {
  account: Account;
  /** The user who looks. */
  me: string;
  role: Role;
}

export function Members({ account: { accountId, name }, me, role }: Props) {
  const { data: members, error, refetch, isFetching } = useQuery(membersQuery(accountId));
  const { data: tenants = [] } = useQuery(tenantsQuery);
  const [edited, setEdited] = useState<Member>();
  const [leaving, setLeaving] = useState<Member>();
  return (
    <Section title="Members">
      {members ? (
        <ul className="divide-y divide-line">
          {members.map((member) => (
            <li key={member.userId} data-testid="member" className="flex items-center gap-3.5 py-3 pr-2 pl-5">
              <PersonFace name={member.name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">
                  {member.name}
                  {member.userId === me && <span className="font-normal text-faint"> (you)</span>}
                </span>
                <span className="block truncate text-[13px] text-soft">{member.email}</span>
              </span>
              <span className="max-w-36 text-right text-sm">
                {roleWords[member.role]}
                {member.tenantIds && (
                  <span className="block truncate text-[13px] text-soft">
                    {narrowingWords(member.tenantIds, tenants)}
                  </span>
                )}
              </span>
              {member.userId !== me && outranks(role, member.role) ? (
                <Menu
                  label={`What to do about ${member.name}`}
                  trigger={
                    <IconButton label={`Change ${member.name}`}>
                      <Ellipsis className="size-4.5" />
                    </IconButton>
                  }
                >
                  <MenuItem onSelect={() => setEdited(member)}>
                    <UserPen className="size-4 text-soft" aria-hidden />
                    Role and workspaces
                  </MenuItem>
                  <MenuItem onSelect={() => setLeaving(member)} className="text-bad">
                    <UserMinus className="size-4" aria-hidden />
                    Remove from the account
                  </MenuItem>
                </Menu>
              ) : (
                <span className="w-3" />
              )}
            </li>
          ))}
        </ul>
      ) : error ? (
        <Problem error={error} onRetry={() => void refetch()} busy={isFetching} />
      ) : (
        <div className="p-4">
          <SkeletonRows rows={2} label="Loading members" />
        </div>
      )}
      <Dialog open={edited !== undefined} onClose={() => setEdited(undefined)} title={edited?.name ?? ""}>
        {edited && (
          <EditMember accountId={accountId} member={edited} role={role} onDone={() => setEdited(undefined)} />
        )}
      </Dialog>
      {leaving && (
        <RemoveMember
          accountId={accountId}
          accountName={name}
          member={leaving}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Section>
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
      ask((api) =>
        api.DELETE("/accounts/{accountId}/members/{userId}", { params: { path: { accountId, userId } } }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.members(accountId) });
      void client.invalidateQueries({ queryKey: keys.account(accountId) });
      toastDone(`${name} is no longer a member.`);
      onClose();
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={`Remove ${name}?`}
      description={`They lose every workspace of “${accountName}” at once. What they have written stays.`}
      action="Remove"
      doing={remove}
    />
  );
}
