// Makes a workspace: what it is called and what it is for, then on to watch it come up.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { ask, fieldError, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import { type Me, meQuery } from "../queries.ts";
import { hasRole } from "../ranks.ts";
import { Button } from "../ui/button.tsx";
import { Field, Select } from "../ui/field.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { nameProblem, toName } from "./name.ts";
import { NoAccount } from "./no-account.tsx";
import { zoneOr } from "./zone.ts";

const browserZone = zoneOr("UTC", Intl.DateTimeFormat().resolvedOptions().timeZone);
const zones = [...new Set([browserZone, "UTC", ...Intl.supportedValuesOf("timeZone")])];

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

function Form({ accounts }: { accounts: { accountId: string; name: string }[] }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyFor = useIdempotencyKey();
  const [accountId, setAccountId] = useState(accounts[0]?.accountId ?? "");
  const nameInput = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [isNameDone, setNameDone] = useState(false);
  const [goal, setGoal] = useState("");
  const [leadName, setLeadName] = useState("Clawe");
  const [timezone, setTimezone] = useState(browserZone);

  const create = useMutation({
    mutationFn: (draft: boolean) => {
      const body = {
        name,
        goal: goal.trim() || undefined,
        leadName: leadName.trim() || undefined,
        timezone,
        draft,
      };
      return ask((api) =>
        api.POST("/accounts/{accountId}/tenants", {
          params: { path: { accountId }, header: { "Idempotency-Key": keyFor({ accountId, body }) } },
          body,
        }),
      );
    },
    onSuccess: ({ tenant, run }) => {
      client.setQueryData(keys.tenant(tenant.tenantId), tenant);
      void client.invalidateQueries({ queryKey: keys.tenants });
      void client.invalidateQueries({ queryKey: keys.me });
      // Only drafts have none.
      if (!run) return navigate({ to: "/w/$tenantId", params: { tenantId: tenant.tenantId } });
      client.setQueryData(keys.run(tenant.tenantId, run.runId), run);
      return navigate({
        to: "/w/$tenantId/run/$runId",
        params: { tenantId: tenant.tenantId, runId: run.runId },
      });
    },
  });

  const typedProblem = name === "" ? undefined : nameProblem(name);
  // While typing, only what more typing does not mend.
  const early = typedProblem && /hyphens|Begin/.test(typedProblem) ? typedProblem : undefined;
  const refused = fieldError(create.error, "name");
  const nameError = (isNameDone ? typedProblem : early) ?? (refused && `This name ${refused}.`);
  const isShownAbove = ["name", "leadName", "timezone"].some((field) => fieldError(create.error, field));

  function make(draft: boolean) {
    setNameDone(true);
    if (name !== "" && !nameProblem(name)) create.mutate(draft);
    else nameInput.current?.focus();
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    make(false);
  }

  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-4">
      <Field
        label="Name"
        error={nameError ?? (isNameDone && name === "" ? "Give it a name." : undefined)}
        hint={
          <>
            Its address: <span className="font-medium text-ink">{name || "name"}</span>.{window.location.host}
          </>
        }
      >
        {(attributes) => (
          <input
            {...attributes}
            ref={nameInput}
            value={name}
            onChange={({ target }) => {
              setName(toName(target.value));
              create.reset();
            }}
            onBlur={() => name !== "" && setNameDone(true)}
            placeholder="acme"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
            // biome-ignore lint/a11y/noAutofocus: the page is this form
            autoFocus
          />
        )}
      </Field>
      <Field label="What is it for?" optional hint="The squad reads this before it starts.">
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
        <Field label="Time zone" error={fieldError(create.error, "timezone")}>
          {(attributes) => (
            <Select {...attributes} value={timezone} onChange={({ target }) => setTimezone(target.value)}>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll("_", " ")}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {accounts.length > 1 && (
        <Field label="Account">
          {(attributes) => (
            <Select {...attributes} value={accountId} onChange={({ target }) => setAccountId(target.value)}>
              {accounts.map((account) => (
                <option key={account.accountId} value={account.accountId}>
                  {account.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {!isShownAbove && <FormProblem error={create.error} />}
      <div className="flex flex-wrap gap-x-3 gap-y-1.5">
        <Button
          type="submit"
          kind="primary"
          size="large"
          busy={create.isPending && !create.variables}
          disabled={create.isPending}
          className="max-sm:w-full"
        >
          Create workspace
          {!create.isPending && <ArrowRight className="size-4.5" aria-hidden />}
        </Button>
        <Button
          kind="quiet"
          size="large"
          onClick={() => make(true)}
          busy={create.isPending && create.variables}
          disabled={create.isPending}
          className="max-sm:w-full"
        >
          Reserve the name for now
        </Button>
      </div>
    </form>
  );
}
