// The signed-in person, their accounts, and sign-out.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut, Users } from "lucide-react";
import { useState } from "react";
import { request } from "../api.ts";
import { signOutAtIssuer } from "../auth.ts";
import { meQuery } from "../queries.ts";
import { PersonAvatar } from "../ui/avatar.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../ui/menu.tsx";
import { toastError } from "../ui/toast.tsx";

async function signOut(): Promise<void> {
  // Our session first: it ends at once, whatever happens at the issuer.
  await request((api) => api.DELETE("/sessions/current"));
  await signOutAtIssuer();
}

export function UserMenu() {
  const { data: me } = useQuery(meQuery);
  const [isSigningOut, setSigningOut] = useState(false);
  const navigate = useNavigate();
  const name = me?.name ?? "";
  const accounts = me?.accounts ?? [];

  function onSignOut() {
    setSigningOut(true);
    signOut().catch((error: unknown) => {
      setSigningOut(false);
      toastError(error);
    });
  }

  return (
    <Menu
      label="Your account"
      trigger={
        <button
          type="button"
          aria-label="Your account"
          aria-busy={isSigningOut || undefined}
          className="rounded-full p-1"
        >
          <PersonAvatar name={name} />
        </button>
      }
    >
      <div className="max-w-64 px-2.5 py-1.5 text-sm">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-soft">{me?.email}</p>
      </div>
      <MenuSeparator />
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
      <MenuSeparator />
      <MenuItem onSelect={onSignOut}>
        <LogOut className="size-4 text-soft" aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
