// Chats in a domain whose change stream is heeded: what a write causes happens, and a test plays the agent.
import { once } from "node:events";
import { vi } from "vitest";
import { as, currentUser } from "../../core/actor/index.ts";
import * as Socket from "../../core/socket/index.ts";
import { eventsOf, type TableEvent } from "../../events/table.ts";
import { handler as answerChat } from "../../functions/consumers/answer-chat.ts";
import { handler as resumeChats } from "../../functions/consumers/resume-chats.ts";
import { handler as checkChats } from "../../functions/timers/chat.ts";
import { eventOf } from "../../local/bus.ts";
import type { ChatPart, ChatRequest } from "../../platform/types/gateway.ts";
import type { Platform } from "../../platform/types/platform.ts";
import type { Domain } from "./domain.ts";
import type { Squad } from "./squad.ts";

/** One message that an agent has got, and what it says to it. */
export interface Heard {
  message: string;
  agentId: string;
  say(...texts: string[]): void;
  end(): void;
  fail(reason: Extract<ChatPart, { kind: "error" }>["reason"]): void;
}

export function createChatWorld() {
  const heard: Heard[] = [];
  const arrivals = new EventTarget();
  const running = new Set<Promise<unknown>>();
  const pages = new Map<string, Record<string, unknown>[]>();
  const hungUp: string[] = [];
  const world = {
    heard,
    hungUp,
    /** How often each event is delivered. */
    deliveries: 1,
    /** What answers instead of a person who plays the agent. */
    auto: undefined as ((heard: Heard) => void) | undefined,
    platform: {} as Partial<Platform>,
    /** Follows the table from now on. */
    follow({ engine }: Domain): void {
      engine.onRecord((_table, record) => {
        for (const event of eventsOf([record])) deliver(event);
      });
    },
    /** The message that is the agent's `nth` to come, from 0. */
    async message(nth: number): Promise<Heard> {
      while (!heard[nth]) await once(arrivals as never, "heard");
      return heard[nth]!;
    },
    /** Resolves when all that was caused so far has been done. */
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
    /** What a schedule of the tenant does when its time has come. */
    look: (tenantId: string) => track(checkChats({ tenantId, scheduledAt: new Date().toISOString() })),
    /** A page that somebody has open: what its socket is sent. */
    async aPage(
      squad: Squad,
      { ofOperator = false } = {},
    ): Promise<{ sent: Record<string, unknown>[]; close(): Promise<void> }> {
      const { ticket } = await squad.asOwner(() =>
        as({ ...currentUser(), operator: ofOperator ? "admin" : undefined }, Socket.issueTicket),
      );
      const connectionId = crypto.randomUUID();
      const sent: Record<string, unknown>[] = [];
      pages.set(connectionId, sent);
      await Socket.open(ticket, connectionId);
      return { sent, close: () => Socket.close(connectionId) };
    },
  };

  function track<T>(work: Promise<T>): Promise<T> {
    running.add(work);
    const over = () => running.delete(work);
    work.then(over, over);
    return work;
  }

  function deliver({ id, type, detail }: Pick<TableEvent, "id" | "type" | "detail">): void {
    for (let count = 0; count < world.deliveries; count++) {
      if (type === "chat.due") void track(answerChat(eventOf(type, detail, id)));
      if (type === "squadhub.settled") void track(resumeChats(eventOf(type, detail, id)));
    }
  }

  async function* converse({ message, agentId }: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatPart> {
    const parts: ChatPart[] = [];
    const more = new EventTarget();
    const push = (part: ChatPart) => {
      parts.push(part);
      more.dispatchEvent(new Event("part"));
    };
    signal.addEventListener("abort", () => more.dispatchEvent(new Event("part")));
    const one: Heard = {
      message,
      agentId,
      say(...texts) {
        for (const text of texts) push({ kind: "text", text });
      },
      end: () => push({ kind: "end" }),
      fail: (reason) => push({ kind: "error", reason }),
    };
    heard.push(one);
    arrivals.dispatchEvent(new Event("heard"));
    world.auto?.(one);
    while (!signal.aborted) {
      const part = parts.shift();
      if (part) yield part;
      if (part?.kind === "end" || part?.kind === "error") return;
      if (!part) await once(more as never, "part");
    }
  }

  world.platform = {
    converse,
    forward: vi.fn(async ({ call }) => {
      if (call.kind === "hangUp") hungUp.push(call.key);
      return { ok: true as const, value: {} };
    }),
    secrets: {
      create: async () => "secret",
      read: async () => ({ gatewayToken: "g", squadhubToken: "s", hooksToken: "h" }),
      replace: async () => undefined,
      goBack: async () => undefined,
      delete: async () => undefined,
    },
    sockets: {
      async send(connectionId, data) {
        pages.get(connectionId)?.push(data);
        return true;
      },
    },
    bus: {
      async publish(events) {
        for (const event of events) deliver(event as TableEvent);
      },
    },
  };
  return world;
}
