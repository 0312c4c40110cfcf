// Asks somebody into the account by e-mail.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ask, fieldError, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import { hasRole, type Role } from "../ranks.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { toastDone } from "../ui/toast.tsx";
import { RoleField } from "./role-field.tsx";
import { WorkspaceChoice } from "./workspace-choice.tsx";

interface Props {
  accountId: string;
  /** The role of who invites. */
  role: Role;
  onDone(): void;
}

export function Invite({ accountId, role: mine, onDone }: Props) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [tenantIds, setTenantIds] = useState<string[]>();
  const [isEmailMissing, setEmailMissing] = useState(false);
  const isNarrowable = !hasRole(role, "admin");
  const isNoneChosen = isNarrowable && tenantIds?.length === 0;
  const invite = useMutation({
    mutationFn: () => {
      const body = { email: email.trim(), role, ...(isNarrowable && tenantIds ? { tenantIds } : {}) };
      return ask((api) =>
        api.POST("/accounts/{accountId}/invitations", {
          params: { path: { accountId }, header: { "Idempotency-Key": keyFor(body) } },
          body,
        }),
      );
    },
    onSuccess: (sent) => {
      void client.invalidateQueries({ queryKey: keys.invitations(accountId) });
      toastDone(`${sent.email} has a mail with your invitation.`);
      onDone();
    },
  });
  const emailRefused = fieldError(invite.error, "email");
  const workspacesRefused = fieldError(invite.error, "tenantIds");

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    setEmailMissing(!email.trim());
    if (email.trim() && !isNoneChosen && !invite.isPending) invite.mutate();
  }

  return (
    <form onSubmit={onSubmit} noValidate className="mt-4 grid gap-3">
      <Field
        label="E-mail"
        hint="The invitation works once, for this address, within 7 days."
        error={isEmailMissing ? "Say whom you invite." : emailRefused && "This is no e-mail address."}
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
      <RoleField mine={mine} value={role} onChange={setRole} error={fieldError(invite.error, "role")} />
      {isNarrowable && (
        <WorkspaceChoice
          accountId={accountId}
          chosen={tenantIds}
          onChange={setTenantIds}
          error={workspacesRefused && `It ${workspacesRefused}.`}
        />
      )}
      {!emailRefused && !workspacesRefused && <FormProblem error={invite.error} />}
      <Button
        type="submit"
        kind="primary"
        disabled={isNoneChosen}
        busy={invite.isPending}
        className="mt-2 max-sm:min-h-12"
      >
        {isNoneChosen ? "Choose a workspace" : "Send invitation"}
      </Button>
    </form>
  );
}
