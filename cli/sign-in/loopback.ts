// Receives the code of a sign-in on this machine (RFC 8252), with a listener that lives until the browser returns once.
import { createServer, type Server } from "node:http";

/** The identity provider compares ports, so these are registered there (infra/stacks/identity.ts). */
export const PORTS = [47615, 47616, 47617];
const PATIENCE_MS = 5 * 60_000;

export interface Loopback {
  redirectUri: string;
  /** The address that the browser returned to. Rejects when it has not returned within five minutes. */
  redirect: Promise<string>;
  close(): void;
}

const page = (title: string, text: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 1rem;text-align:center">
<h1 style="font-size:1.4rem">${title}</h1><p>${text}</p>
`;

/** Listens on the first free port, for this machine only. Throws an `Error` when all are in use. */
export async function listen(): Promise<Loopback> {
  // Node 20 has no Promise.withResolvers.
  let settle!: { resolve(url: string): void; reject(reason: Error): void };
  const redirect = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const servers: Server[] = [];
  const timer = setTimeout(
    () => settle.reject(new Error("Nobody signed in within five minutes. Run clawe login again.")),
    PATIENCE_MS,
  );
  const close = () => {
    clearTimeout(timer);
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  };
  for (const port of PORTS) {
    const at = (host: string) => serve(host, port, (url) => settle.resolve(url));
    const server = await at("127.0.0.1");
    if (!server) continue;
    // Browsers may resolve `localhost` to either address, and not every machine has both.
    servers.push(server, ...[await at("::1")].filter((each) => each !== undefined));
    return { redirectUri: redirectOf(port), redirect, close };
  }
  clearTimeout(timer);
  throw new Error(
    `The ports ${PORTS.join(", ")} are in use. Stop the programs that use them, then run clawe login again.`,
  );
}

const redirectOf = (port: number) => `http://localhost:${port}/callback`;

/** Undefined when the port is in use, or the machine has no such address. */
function serve(host: string, port: number, onRedirect: (url: string) => void): Promise<Server | undefined> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", redirectOf(port));
    const isAnswer =
      url.pathname === "/callback" && (url.searchParams.has("code") || url.searchParams.has("error"));
    response.writeHead(isAnswer ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      connection: "close",
    });
    const [title, text] = !isAnswer
      ? ["There is nothing here", "clawe login waits at this address for your sign-in."]
      : url.searchParams.has("code")
        ? ["You can close this page", "You are signed in. The command continues in your terminal."]
        : ["The sign-in was not completed", "Go back to your terminal and run clawe login again."];
    response.end(page(title, text), () => isAnswer && onRedirect(url.href));
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      ["EADDRINUSE", "EADDRNOTAVAIL", "EAFNOSUPPORT", "EACCES"].includes(error.code ?? "")
        ? resolve(undefined)
        : reject(error),
    );
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

/** The same address without a listener, for a sign-in whose redirects this process follows itself. */
export const unattendedRedirectUri = redirectOf(PORTS[0]!);
