// A domain for chat tests: the events of its table changes are handled, and the test plays the agents.
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

/** A message that an agent has received, and the test's means to answer it. */
export interface ReceivedMessage {
  message: string;
  agentId: string;
  say(...texts: string[]): void;
  end(): void;
  fail(reason: Extract<ChatPart, { kind: "error" }>["reason"]): void;
}

/** One function, because the platform, the received messages and the running handlers share their state. */
export function createChatWorld() {
  const messages: ReceivedMessage[] = [];
  const arrivals = new EventTarget();
  const running = new Set<Promise<unknown>>();
  const pages = new Map<string, Record<string, unknown>[]>();
  const hungUp: string[] = [];
  const world = {
    messages,
    hungUp,
    /** How often each event is delivered. */
    deliveries: 1,
    /** Answers every message, instead of the test. */
    autoAnswer: undefined as ((message: ReceivedMessage) => void) | undefined,
    platform: {} as Partial<Platform>,
    /** Handles the events of the table from now on. */
    follow({ engine }: Domain): void {
      engine.onRecord((_table, record) => {
        for (const event of eventsOf([record])) deliver(event);
      });
    },
    /** The nth message that an agent receives, from 0. */
    async message(nth: number): Promise<ReceivedMessage> {
      while (!messages[nth]) await once(arrivals as never, "received");
      return messages[nth]!;
    },
    /** Resolves when all events so far have been handled. */
    async settled(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
    /** Runs the tenant's check schedule. */
    runCheck: (tenantId: string) => track(checkChats({ tenantId, scheduledAt: new Date().toISOString() })),
    /** An open page, with what its socket has been sent. */
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
    const done = () => running.delete(work);
    work.then(done, done);
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
    const received: ReceivedMessage = {
      message,
      agentId,
      say(...texts) {
        for (const text of texts) push({ kind: "text", text });
      },
      end: () => push({ kind: "end" }),
      fail: (reason) => push({ kind: "error", reason }),
    };
    messages.push(received);
    arrivals.dispatchEvent(new Event("received"));
    world.autoAnswer?.(received);
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
