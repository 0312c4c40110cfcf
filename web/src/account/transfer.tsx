// Makes another member the owner, once their address has been typed.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask } from "../api.ts";
import { keys } from "../keys.ts";
import type { Member } from "../queries.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { toastDone } from "../ui/toast.tsx";

interface Props {
  accountId: string;
  /** Who can become the owner. */
  heirs: Member[];
  onDone(): void;
}

export function Transfer({ accountId, heirs, onDone }: Props) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(heirs[0]?.userId);
  const [typed, setTyped] = useState("");
  const heir = heirs.find(({ userId }) => userId === chosen) ?? heirs[0];
  const isConfirmed = heir !== undefined && typed.trim().toLowerCase() === heir.email.toLowerCase();
  const transfer = useMutation({
    mutationFn: ({ userId }: Member) =>
      ask((api) =>
        api.POST("/accounts/{accountId}/ownership", { params: { path: { accountId } }, body: { userId } }),
      ),
    onSuccess: async (_, { name }) => {
      await client.invalidateQueries({ queryKey: keys.me, refetchType: "all" });
      toastDone(`${name} is an owner now.`);
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.members(accountId) }),
  });

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (heir && isConfirmed && !transfer.isPending) transfer.mutate(heir);
  }

  return (
    <form onSubmit={onSubmit} className="mt-5 grid gap-3">
      <Field label="New owner">
        {(attributes) => (
          <Select
            {...attributes}
            value={heir?.userId}
            onChange={({ target }) => {
              setChosen(target.value);
              setTyped("");
            }}
          >
            {heirs.map(({ userId, name, email }) => (
              <option key={userId} value={userId}>
                {name} ({email})
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={`Type “${heir?.email ?? ""}” to go on`}>
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <FormProblem error={transfer.error} />
      <Button type="submit" kind="danger" disabled={!isConfirmed} busy={transfer.isPending}>
        Transfer ownership
      </Button>
    </form>
  );
}
