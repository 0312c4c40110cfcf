// Who is signed in, their accounts, and the way out.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut, Users } from "lucide-react";
import { useState } from "react";
import { ask } from "../api.ts";
import { leave } from "../auth.ts";
import { meQuery } from "../queries.ts";
import { PersonFace } from "../ui/avatar.tsx";
import { Menu, MenuItem, MenuLabel, MenuLine } from "../ui/menu.tsx";
import { toastProblem } from "../ui/toast.tsx";

async function signOut(): Promise<void> {
  // Ours first: it revokes at once, whatever happens at the issuer.
  await ask((api) => api.DELETE("/sessions/current"));
  await leave();
}

export function UserMenu() {
  const { data: me } = useQuery(meQuery);
  const [busy, setBusy] = useState(false);
  const navigate = useNavigate();
  const name = me?.name ?? "";
  const accounts = me?.accounts ?? [];

  function onSignOut() {
    setBusy(true);
    signOut().catch((error: unknown) => {
      setBusy(false);
      toastProblem(error);
    });
  }

  return (
    <Menu
      label="Your account"
      trigger={
        <button
          type="button"
          aria-label="Your account"
          aria-busy={busy || undefined}
          className="rounded-full p-1"
        >
          <PersonFace name={name} />
        </button>
      }
    >
      <div className="max-w-64 px-2.5 py-1.5 text-sm">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-soft">{me?.email}</p>
      </div>
      <MenuLine />
      {accounts.length > 1 && <MenuLabel>Members and plan</MenuLabel>}
      {accounts.map((account) => (
        <MenuItem
          key={account.accountId}
          onSelect={() =>
            void navigate({ to: "/account/$accountId", params: { accountId: account.accountId } })
          }
        >
          <Users className="size-4 shrink-0 text-soft" aria-hidden />
          <span className="max-w-52 truncate">{accounts.length > 1 ? account.name : "Members and plan"}</span>
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={onSignOut}>
        <LogOut className="size-4 text-soft" aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
