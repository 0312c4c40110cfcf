// WebSockets: single-use tickets, and which open pages get hints and content.
import { describe, expect, test, vi } from "vitest";
import { as, currentUser } from "../../../core/actor/index.ts";
import * as Socket from "../../../core/socket/index.ts";
import { useDomain } from "../../support/domain.ts";
import { aSquad, type Squad } from "../../support/squad.ts";

/** The connections that were sent something, in order. */
const receivers: string[] = [];
const gone = new Set<string>();
useDomain({
  sockets: {
    async send(connectionId) {
      if (gone.has(connectionId)) return false;
      receivers.push(connectionId);
      return true;
    },
  },
});

const ticketOf = async (squad: Squad) => (await squad.asOwner(Socket.issueTicket)).ticket;
const operatorTicketOf = async (squad: Squad) =>
  (await squad.asOwner(() => as({ ...currentUser(), operator: "viewer" }, Socket.issueTicket))).ticket;

async function receiversOf(send: () => Promise<void>): Promise<string[]> {
  receivers.length = 0;
  await send();
  return receivers.toSorted();
}

describe("a ticket", () => {
  test("opens one WebSocket", async () => {
    const squad = await aSquad();
    const ticket = await ticketOf(squad);
    const attempts = await Promise.allSettled(["a", "b", "c"].map((id) => Socket.open(ticket, id)));
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(Socket.open(ticket, "d")).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await receiversOf(() => squad.asService(() => Socket.sendHint({})))).toHaveLength(1);
  });

  test("expires after 60 seconds, even while the table still has it", async () => {
    const ticket = await ticketOf(await aSquad());
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    try {
      await expect(Socket.open(ticket, "late")).rejects.toMatchObject({ code: "unauthenticated" });
    } finally {
      vi.useRealTimers();
    }
  });
});

test("operators' pages get hints but no content", async () => {
  const squad = await aSquad();
  await Socket.open(await ticketOf(squad), "member");
  await Socket.open(await operatorTicketOf(squad), "operator");
  const { asService } = squad;
  expect(await receiversOf(() => asService(() => Socket.sendHint({})))).toEqual(["member", "operator"]);
  expect(await receiversOf(() => asService(() => Socket.sendContent({})))).toEqual(["member"]);
});

test("a page gets nothing once it has closed, and is removed once it cannot be reached", async () => {
  const squad = await aSquad();
  for (const id of ["closed", "lost", "open"]) await Socket.open(await ticketOf(squad), id);
  await Socket.close("closed");
  gone.add("lost");
  const hint = () => receiversOf(() => squad.asService(() => Socket.sendHint({})));
  expect(await hint()).toEqual(["open"]);
  gone.delete("lost");
  expect(await hint()).toEqual(["open"]);
});
