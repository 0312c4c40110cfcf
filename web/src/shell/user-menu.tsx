// Who is signed in, and the way out.
import { useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useState } from "react";
import { ask } from "../api.ts";
import { leave } from "../auth.ts";
import { meQuery } from "../queries.ts";
import { PersonFace } from "../ui/avatar.tsx";
import { Menu, MenuItem, MenuLine } from "../ui/menu.tsx";
import { toastProblem } from "../ui/toast.tsx";

async function signOut(): Promise<void> {
  // Ours first: it revokes at once, whatever happens at the issuer.
  await ask((api) => api.DELETE("/sessions/current"));
  await leave();
}

export function UserMenu() {
  const { data: me } = useQuery(meQuery);
  const [busy, setBusy] = useState(false);
  const name = me?.name ?? "";

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
      <MenuItem onSelect={onSignOut}>
        <LogOut className="size-4 text-soft" aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
