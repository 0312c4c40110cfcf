// Finds a port on this machine, and listens where browsers look for `localhost`.
import type { Server } from "node:http";
import { createServer, type Server as NetServer } from "node:net";

const MOST_TRIES = 51;

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

/** Whether the port is free on ::1 too: another program there would get the browser's requests to `localhost`. */
async function listenBeside(server: Server, port: number): Promise<boolean> {
  const beside = createServer((socket) => server.emit("connection", socket));
  try {
    if (!(await listen(beside, port, "::1"))) return false;
  } catch {
    // This machine has no IPv6: nobody else can be there either.
    return true;
  }
  beside.unref();
  server.once("close", () => beside.close());
  return true;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

/**
 * Listens on `wanted` or the first free port of the 50 after it, and returns it; on 127.0.0.1 and, where there is
 * IPv6, on ::1. `wanted` 0 takes any port.
 */
export async function listenOnFreePort(server: Server, wanted = 4000, host = "127.0.0.1"): Promise<number> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    if (await listen(server, wanted === 0 ? 0 : wanted + attempt, host)) {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : wanted;
      if (host !== "127.0.0.1" || (await listenBeside(server, port))) return port;
      await close(server);
    }
  }
  throw new Error(`No free port from ${wanted} to ${wanted + MOST_TRIES - 1}`);
}
