// The port of the local service.
import { createServer } from "node:http";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listenOnFreePort } from "../../local/ports.ts";
import { closeServer, serve } from "../support/serve.ts";

const reach = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, host, () => resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });

test("takes the next port when the wanted one is taken", async () => {
  const { port: taken } = await serve();
  const server = createServer();
  onTestFinished(() => closeServer(server));
  const port = await listenOnFreePort(server, taken);
  expect(port).toBeGreaterThan(taken);
  expect(port).toBeLessThanOrEqual(taken + 50);
  expect(await reach(port, "127.0.0.1")).toBe(true);
});

test("takes the wanted port on IPv4 and IPv6 when it is free", async () => {
  const server = createServer((_request, response) => response.end("here"));
  const port = await listenOnFreePort(server, 0);
  expect(await (await fetch(`http://localhost:${port}`)).text()).toBe("here");
  const hasIpv6 = await reach(port, "::1");
  if (hasIpv6) expect(await (await fetch(`http://[::1]:${port}`)).text()).toBe("here");
  await closeServer(server);
  expect(await reach(port, "::1")).toBe(false);
});
