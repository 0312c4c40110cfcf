// Keeps the open workspace's pages up to date, and knows when it cannot.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { ask, isStatus } from "./api.ts";
import { hintReader, opsKeysOf } from "./hints.ts";
import { keys } from "./keys.ts";
import { type LiveState, openLive } from "./live.ts";

interface Live {
  state: LiveState;
  /** Long enough without a socket to tell the person. */
  isDown: boolean;
  /** Long enough that what is being watched is fetched now and then. */
  isLongDown: boolean;
}

const DOWN_MS = 2_000;
const LONG_DOWN_MS = 10_000;
const LiveContext = createContext<Live>({ state: "closed", isDown: false, isLongDown: false });

export const useLive = (): Live => useContext(LiveContext);

async function ticketOf(tenantId: string, asOperator: boolean): Promise<string | undefined> {
  const params = { path: { tenantId } };
  try {
    const { ticket } = await ask((api) =>
      asOperator
        ? api.POST("/ops/tenants/{tenantId}/socket-tickets", { params })
        : api.POST("/t/{tenantId}/socket-tickets", { params }),
    );
    return ticket;
  } catch (error) {
    // Signed out, or the workspace is gone: nothing to come back to.
    if (isStatus(error, 401) || isStatus(error, 404)) return undefined;
    throw error;
  }
}

interface Props {
  tenantId: string;
  /** Somebody who runs the service looks on: their pages follow, not the workspace's. */
  asOperator?: boolean;
  children: ReactNode;
}

export function LiveProvider({ tenantId, asOperator = false, children }: Props) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const [isDown, setDown] = useState(false);
  const [isLongDown, setLongDown] = useState(false);

  useEffect(() => {
    const live = openLive({
      ticket: () => ticketOf(tenantId, asOperator),
      onState: setState,
      onMessage: hintReader(client, tenantId, asOperator ? opsKeysOf : undefined),
      onOpen: () => void client.invalidateQueries({ queryKey: asOperator ? keys.ops : keys.all(tenantId) }),
    });
    return live.close;
  }, [client, tenantId, asOperator]);

  useEffect(() => {
    if (state !== "connecting") return;
    const timers = [
      setTimeout(() => setDown(true), DOWN_MS),
      setTimeout(() => setLongDown(true), LONG_DOWN_MS),
    ];
    return () => {
      for (const timer of timers) clearTimeout(timer);
      setDown(false);
      setLongDown(false);
    };
  }, [state]);

  return <LiveContext value={{ state, isDown, isLongDown }}>{children}</LiveContext>;
}
