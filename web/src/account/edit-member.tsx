// Changes what a member may do and which workspaces they see.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import type { Member } from "../queries.ts";
import type { Role } from "../roles.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { toastSuccess } from "../ui/toast.tsx";
import { type Access, AccessFields, hasAccessError, isLimitable, lacksWorkspace } from "./access-fields.tsx";

interface Props {
  accountId: string;
  member: Member;
  /** The role of the person who makes the change. */
  grantedBy: Role;
  onDone(): void;
}

export function EditMember({ accountId, member, grantedBy, onDone }: Props) {
  const client = useQueryClient();
  const [access, setAccess] = useState<Access>({ role: member.role, tenantIds: member.tenantIds });
  const isIncomplete = lacksWorkspace(access);
  const change = useMutation({
    mutationFn: () =>
      request((api) =>
        api.PATCH("/accounts/{accountId}/members/{userId}", {
          params: { path: { accountId, userId: member.userId } },
          body: {
            role: access.role,
            ...(isLimitable(access) ? { tenantIds: access.tenantIds ?? null } : {}),
          },
        }),
      ),
    onSuccess: (changed) => {
      client.setQueryData<Member[]>(keys.members(accountId), (members) =>
        members?.map((each) => (each.userId === changed.userId ? changed : each)),
      );
      toastSuccess(`Saved the changes for ${changed.name}.`);
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.members(accountId) }),
  });

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!isIncomplete && !change.isPending) change.mutate();
  }

  return (
    <form onSubmit={onSubmit} className="mt-4 grid gap-4">
      <AccessFields
        accountId={accountId}
        grantedBy={grantedBy}
        access={access}
        onChange={setAccess}
        error={change.error}
      />
      {!hasAccessError(change.error) && <FormProblem error={change.error} />}
      <Button type="submit" kind="primary" disabled={isIncomplete} busy={change.isPending}>
        {isIncomplete ? "Choose a workspace" : "Save"}
      </Button>
    </form>
  );
}
