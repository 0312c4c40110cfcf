// Listens on a free port of this machine, at every address that browsers try for `localhost`.
import type { Server } from "node:http";
import { createServer, type Server as NetServer } from "node:net";

const MAX_ATTEMPTS = 51;

/** False when the port is taken, or not allowed. */
function listen(server: NetServer, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (action: () => void) => {
      server.off("error", failed);
      server.off("listening", listening);
      action();
    };
    const failed = (error: NodeJS.ErrnoException) =>
      settle(() => (error.code === "EADDRINUSE" || error.code === "EACCES" ? resolve(false) : reject(error)));
    const listening = () => settle(() => resolve(true));
    server.on("error", failed);
    server.on("listening", listening);
    server.listen(port, host);
  });
}

/** Listens on ::1 too. False when the port is taken there: that program would get the browser's requests to `localhost`. */
async function listenOnIpv6(server: Server, port: number): Promise<boolean> {
  const ipv6 = createServer((socket) => server.emit("connection", socket));
  try {
    if (!(await listen(ipv6, port, "::1"))) return false;
  } catch {
    // This machine has no IPv6, so no other program can listen there.
    return true;
  }
  ipv6.unref();
  server.once("close", () => ipv6.close());
  return true;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

/**
 * Listens on `wanted`, or the first free port of the 50 after it, and returns the port; on 127.0.0.1 and, if the machine
 * has IPv6, on ::1. With 0, any free port. Throws when all are taken.
 */
export async function listenOnFreePort(server: Server, wanted = 4000, host = "127.0.0.1"): Promise<number> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (await listen(server, wanted === 0 ? 0 : wanted + attempt, host)) {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : wanted;
      if (host !== "127.0.0.1" || (await listenOnIpv6(server, port))) return port;
      await close(server);
    }
  }
  throw new Error(`All ports from ${wanted} to ${wanted + MAX_ATTEMPTS - 1} are taken.`);
}
