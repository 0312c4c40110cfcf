// The bar at the top: the workspace and its pages, the connection, and the user's menu.
import { Link } from "@tanstack/react-router";
import { WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { useLive } from "../live-provider.tsx";
import { Mark } from "../ui/brand.tsx";
import { UserMenu } from "./user-menu.tsx";

/** `children` come from the workspace: its switcher and the links to its pages. */
export function TopBar({ children }: { children?: ReactNode }) {
  return (
    <header className="z-20 flex h-14 shrink-0 items-center gap-1.5 border-b border-line bg-bg px-3 sm:gap-2 sm:px-5">
      <Link to="/" aria-label="Clawe: your workspaces" className="rounded-[30%]">
        <Mark />
      </Link>
      {children || <span className="pl-1 font-semibold tracking-tight">Clawe</span>}
      <div className="ml-auto flex items-center gap-2">
        <Reconnecting />
        <UserMenu />
      </div>
    </header>
  );
}

function Reconnecting() {
  const { isDown } = useLive();
  return (
    <span role="status">
      {isDown && (
        <span
          data-testid="reconnecting"
          className="flex animate-fade items-center gap-1.5 rounded-full bg-warn-tint px-2.5 py-1 text-xs font-medium text-warn"
        >
          <WifiOff className="size-3.5" aria-hidden />
          Reconnecting
        </span>
      )}
    </span>
  );
}
