// Makes another member the owner after their e-mail address has been typed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "../api.ts";
import { keys } from "../keys.ts";
import type { Member } from "../queries.ts";
import { Confirm } from "../ui/confirm.tsx";
import { SelectField } from "../ui/field.tsx";
import { toastSuccess } from "../ui/toast.tsx";

interface Props {
  accountId: string;
  /** The members who can become the owner. */
  candidates: Member[];
  onClose(): void;
}

export function TransferOwnership({ accountId, candidates, onClose }: Props) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(candidates[0]?.userId);
  const newOwner = candidates.find(({ userId }) => userId === chosen) ?? candidates[0];
  const transfer = useMutation({
    mutationFn: ({ userId }: Member) =>
      request((api) =>
        api.POST("/accounts/{accountId}/ownership", { params: { path: { accountId } }, body: { userId } }),
      ),
    onSuccess: async (_, { name }) => {
      await client.invalidateQueries({ queryKey: keys.me, refetchType: "all" });
      toastSuccess(`${name} is now an owner.`);
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.members(accountId) }),
  });
  if (!newOwner) return null;
  return (
    <Confirm
      open
      onClose={onClose}
      title="Transfer ownership?"
      description="Only the new owner can give it back to you."
      phrase={newOwner.email}
      action="Transfer ownership"
      mutation={{ ...transfer, mutate: () => transfer.mutate(newOwner) }}
    >
      <SelectField
        label="New owner"
        options={candidates.map(({ userId, name, email }) => ({
          value: userId,
          label: `${name} (${email})`,
        }))}
        value={newOwner.userId}
        onChange={setChosen}
      />
    </Confirm>
  );
}
