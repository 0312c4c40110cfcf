// The account's name, with a form to change it.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, Pencil } from "lucide-react";
import { type FormEvent, useState } from "react";
import { fieldError, request } from "../api.ts";
import { keys } from "../keys.ts";
import type { Account } from "../queries.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";

export function AccountName({ account, canRename }: { account: Account; canRename: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <header>
      <Link to="/" className="inline-flex min-h-8 items-center gap-1.5 text-sm text-soft hover:text-ink">
        <ArrowLeft className="size-4" aria-hidden />
        Your workspaces
      </Link>
      <div className="mt-2 flex items-center gap-1">
        <h1 className="min-w-0 text-2xl font-semibold wrap-anywhere">{account.name}</h1>
        {canRename && (
          <IconButton label="Rename account" onClick={() => setOpen(true)}>
            <Pencil className="size-4" />
          </IconButton>
        )}
      </div>
      <Dialog open={isOpen} onClose={close} title="Rename account">
        <Form account={account} onDone={close} />
      </Dialog>
    </header>
  );
}

function Form({ account: { accountId, name }, onDone }: { account: Account; onDone(): void }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState(name);
  const rename = useMutation({
    mutationFn: () =>
      request((api) =>
        api.PATCH("/accounts/{accountId}", {
          params: { path: { accountId } },
          body: { name: typed.trim() },
        }),
      ),
    onSuccess: (account) => {
      client.setQueryData<Account>(keys.account(accountId), (before) => before && { ...before, ...account });
      void client.invalidateQueries({ queryKey: keys.me });
      onDone();
    },
  });
  const nameError = fieldError(rename.error, "name", "This name");

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() && !rename.isPending) rename.mutate();
  }

  return (
    <form onSubmit={onSubmit} className="mt-4 grid gap-3">
      <Field label="Name" hint="People you invite see this name." error={nameError}>
        {(attributes) => (
          <input
            {...attributes}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            maxLength={100}
            autoComplete="off"
          />
        )}
      </Field>
      {!nameError && <FormProblem error={rename.error} />}
      <Button type="submit" kind="primary" disabled={!typed.trim()} busy={rename.isPending}>
        Save
      </Button>
    </form>
  );
}
