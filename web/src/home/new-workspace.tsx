// The form for a new workspace.
import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { fieldError } from "../api.ts";
import { type Me, meQuery } from "../queries.ts";
import { hasRole } from "../roles.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectField } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { useCreateWorkspace } from "./create-workspace.ts";
import { validateName } from "./name.ts";
import { NameField } from "./name-field.tsx";
import { NoAccount } from "./no-account.tsx";
import { validZoneOr, zoneLabel } from "./zone.ts";

const browserZone = validZoneOr("UTC", Intl.DateTimeFormat().resolvedOptions().timeZone);
const zoneOptions = [...new Set([browserZone, "UTC", ...Intl.supportedValuesOf("timeZone")])].map((zone) => ({
  value: zone,
  label: zoneLabel(zone),
}));

export function NewWorkspace({ isFirst = false }: { isFirst?: boolean }) {
  const query = useQuery(meQuery);
  return (
    <Loaded query={query} label="Loading" className="">
      {(me) => (
        <>
          <h1 className="text-2xl font-semibold">
            {isFirst ? "Create your first workspace" : "New workspace"}
          </h1>
          <p className="mt-2 mb-8 text-soft">
            It comes with a squad of four agents and a private gateway that runs them. Setting it up takes
            about a minute.
          </p>
          <AllowedForm me={me} />
        </>
      )}
    </Loaded>
  );
}

/** The form for a person who may create a workspace; for others, what they can do instead. */
function AllowedForm({ me: { name, accounts } }: { me: Me }) {
  const allowed = accounts.filter(({ role }) => hasRole(role, "admin"));
  if (allowed.length > 0) return <Form accounts={allowed} />;
  if (accounts.length === 0) return <NoAccount name={name} />;
  return (
    <p className="rounded-2xl border border-line bg-card p-5">
      Your role does not allow you to create workspaces. Ask an admin of your account to create one.
    </p>
  );
}

// One form: its state and its fields belong together.
function Form({ accounts }: { accounts: { accountId: string; name: string }[] }) {
  const nameInput = useRef<HTMLInputElement>(null);
  const [isSubmitted, setSubmitted] = useState(false);
  const [accountId, setAccountId] = useState(accounts[0]?.accountId ?? "");
  const [name, setName] = useState("");
  const [goal, setGoal] = useState("");
  const [leadName, setLeadName] = useState("Clawe");
  const [timezone, setTimezone] = useState(browserZone);
  const create = useCreateWorkspace();
  const isShownAbove = ["name", "leadName", "timezone"].some((field) => fieldError(create.error, field));

  function submit(draft: boolean) {
    setSubmitted(true);
    if (validateName(name)) nameInput.current?.focus();
    else create.mutate({ accountId, name, goal, leadName, timezone, draft });
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    submit(false);
  }

  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      <NameField
        input={nameInput}
        value={name}
        onChange={(next) => {
          setName(next);
          create.reset();
        }}
        isSubmitted={isSubmitted}
        error={fieldError(create.error, "name", "This name")}
      />
      <Field label="Goal" optional hint="The squad reads this before it starts.">
        {(attributes) => (
          <textarea
            {...attributes}
            value={goal}
            onChange={({ target }) => setGoal(target.value)}
            rows={3}
            maxLength={1000}
            placeholder="Grow our newsletter to 10,000 readers"
          />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Lead agent’s name" error={fieldError(create.error, "leadName")}>
          {(attributes) => (
            <input
              {...attributes}
              value={leadName}
              onChange={({ target }) => setLeadName(target.value)}
              maxLength={40}
              autoComplete="off"
            />
          )}
        </Field>
        <SelectField
          label="Time zone"
          options={zoneOptions}
          value={timezone}
          onChange={setTimezone}
          error={fieldError(create.error, "timezone")}
        />
      </div>
      {accounts.length > 1 && (
        <SelectField
          label="Account"
          options={accounts.map((account) => ({ value: account.accountId, label: account.name }))}
          value={accountId}
          onChange={setAccountId}
        />
      )}
      {!isShownAbove && <FormProblem error={create.error} />}
      <div className="flex flex-wrap gap-x-3 gap-y-1.5">
        <Button
          type="submit"
          kind="primary"
          size="large"
          busy={create.isPending && !create.variables.draft}
          disabled={create.isPending}
          className="max-sm:w-full"
        >
          Create workspace
          {!create.isPending && <ArrowRight className="size-4.5" aria-hidden />}
        </Button>
        <Button
          kind="quiet"
          size="large"
          onClick={() => submit(true)}
          busy={create.isPending && create.variables.draft}
          disabled={create.isPending}
          className="max-sm:w-full"
        >
          Only reserve the name
        </Button>
      </div>
    </form>
  );
}
