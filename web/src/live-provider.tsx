// Keeps the pages of the open workspace up to date over its socket, and says when it cannot.
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { isStatus, request } from "./api.ts";
import { hintHandler, opsKeysForHint } from "./hints.ts";
import { keys } from "./keys.ts";
import { type LiveState, openLiveSocket } from "./live.ts";

interface Live {
  state: LiveState;
  /** Without a socket for so long that the page says so. */
  isDown: boolean;
  /** Without a socket for so long that a page polls what it shows. */
  isLongDown: boolean;
}

const DOWN_MS = 2_000;
const LONG_DOWN_MS = 10_000;
const LiveContext = createContext<Live>({ state: "closed", isDown: false, isLongDown: false });

export const useLive = (): Live => useContext(LiveContext);

async function ticketOf(tenantId: string, isOperator: boolean): Promise<string | undefined> {
  const params = { path: { tenantId } };
  try {
    const { ticket } = await request((api) =>
      isOperator
        ? api.POST("/ops/tenants/{tenantId}/socket-tickets", { params })
        : api.POST("/t/{tenantId}/socket-tickets", { params }),
    );
    return ticket;
  } catch (error) {
    // The person is signed out, or the workspace is gone: there is nothing left to connect to.
    if (isStatus(error, 401) || isStatus(error, 404)) return undefined;
    throw error;
  }
}

interface Props {
  tenantId: string;
  /** The viewer is an operator: hints refresh the operators' pages. */
  isOperator?: boolean;
  children: ReactNode;
}

export function LiveProvider({ tenantId, isOperator = false, children }: Props) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const [isDown, setDown] = useState(false);
  const [isLongDown, setLongDown] = useState(false);

  useEffect(() => {
    const live = openLiveSocket({
      ticket: () => ticketOf(tenantId, isOperator),
      onState: setState,
      onMessage: hintHandler(client, tenantId, isOperator ? opsKeysForHint : undefined),
      onOpen: () => void client.invalidateQueries({ queryKey: isOperator ? keys.ops : keys.all(tenantId) }),
    });
    return live.close;
  }, [client, tenantId, isOperator]);

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
