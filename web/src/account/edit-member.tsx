// Changes what a member may do, and which workspaces they see.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask, fieldError } from "../api.ts";
import { keys } from "../keys.ts";
import type { Member } from "../queries.ts";
import { hasRole, type Role } from "../ranks.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { toastDone } from "../ui/toast.tsx";
import { RoleField } from "./role-field.tsx";
import { WorkspaceChoice } from "./workspace-choice.tsx";

interface Props {
  accountId: string;
  member: Member;
  /** The role of who changes it. */
  role: Role;
  onDone(): void;
}

export function EditMember({ accountId, member, role: mine, onDone }: Props) {
  const client = useQueryClient();
  const [role, setRole] = useState<Role>(member.role);
  const [tenantIds, setTenantIds] = useState(member.tenantIds);
  const isNarrowable = !hasRole(role, "admin");
  const isNoneChosen = isNarrowable && tenantIds?.length === 0;
  const change = useMutation({
    mutationFn: () =>
      ask((api) =>
        api.PATCH("/accounts/{accountId}/members/{userId}", {
          params: { path: { accountId, userId: member.userId } },
          body: { role, ...(isNarrowable ? { tenantIds: tenantIds ?? null } : {}) },
        }),
      ),
    onSuccess: (changed) => {
      client.setQueryData<Member[]>(keys.members(accountId), (members) =>
        members?.map((each) => (each.userId === changed.userId ? changed : each)),
      );
      toastDone(`Saved for ${changed.name}.`);
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.members(accountId) }),
  });
  const refused = fieldError(change.error, "tenantIds");

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!isNoneChosen && !change.isPending) change.mutate();
  }

  return (
    <form onSubmit={onSubmit} className="mt-4 grid gap-4">
      <RoleField mine={mine} value={role} onChange={setRole} error={fieldError(change.error, "role")} />
      {isNarrowable && (
        <WorkspaceChoice
          accountId={accountId}
          chosen={tenantIds}
          onChange={setTenantIds}
          error={refused && `It ${refused}.`}
        />
      )}
      {!refused && <FormProblem error={change.error} />}
      <Button type="submit" kind="primary" disabled={isNoneChosen} busy={change.isPending}>
        {isNoneChosen ? "Choose a workspace" : "Save"}
      </Button>
    </form>
  );
}
