// Invites a person to the account by e-mail.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { fieldError, request, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import type { Role } from "../roles.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { toastSuccess } from "../ui/toast.tsx";
import { type Access, AccessFields, hasAccessError, isLimitable, lacksWorkspace } from "./access-fields.tsx";

interface Props {
  accountId: string;
  /** The role of the person who invites. */
  grantedBy: Role;
  onDone(): void;
}

// One form: its state, its request and its fields belong together.
export function Invite({ accountId, grantedBy, onDone }: Props) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [email, setEmail] = useState("");
  const [access, setAccess] = useState<Access>({ role: "member", tenantIds: undefined });
  const [isEmailMissing, setEmailMissing] = useState(false);
  const isIncomplete = lacksWorkspace(access);
  const invite = useMutation({
    mutationFn: () => {
      const { role, tenantIds } = access;
      const body = { email: email.trim(), role, ...(isLimitable(access) && tenantIds ? { tenantIds } : {}) };
      return request((api) =>
        api.POST("/accounts/{accountId}/invitations", {
          params: { path: { accountId }, header: { "Idempotency-Key": keyFor(body) } },
          body,
        }),
      );
    },
    onSuccess: (sent) => {
      void client.invalidateQueries({ queryKey: keys.invitations(accountId) });
      toastSuccess(`The invitation is on its way to ${sent.email}.`);
      onDone();
    },
  });
  const isEmailRefused = fieldError(invite.error, "email") !== undefined;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setEmailMissing(!email.trim());
    if (email.trim() && !isIncomplete && !invite.isPending) invite.mutate();
  }

  return (
    <form onSubmit={onSubmit} noValidate className="mt-4 grid gap-3">
      <Field
        label="E-mail"
        hint="The link in the e-mail works once, for this address, for 7 days."
        error={
          isEmailMissing
            ? "Enter an e-mail address."
            : isEmailRefused
              ? "This is not a valid e-mail address."
              : undefined
        }
      >
        {(attributes) => (
          <input
            {...attributes}
            type="email"
            value={email}
            onChange={({ target }) => {
              setEmail(target.value);
              setEmailMissing(false);
              invite.reset();
            }}
            maxLength={254}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="name@example.com"
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type this
            autoFocus
          />
        )}
      </Field>
      <AccessFields
        accountId={accountId}
        grantedBy={grantedBy}
        access={access}
        onChange={setAccess}
        error={invite.error}
      />
      {!isEmailRefused && !hasAccessError(invite.error) && <FormProblem error={invite.error} />}
      <Button
        type="submit"
        kind="primary"
        disabled={isIncomplete}
        busy={invite.isPending}
        className="mt-2 max-sm:min-h-12"
      >
        {isIncomplete ? "Choose a workspace" : "Send invitation"}
      </Button>
    </form>
  );
}
