// Takes the code of a sign-in on this machine (RFC 8252): a listener that lives until the browser has come back once.
import { createServer, type Server } from "node:http";

/** Those that are registered where ports are compared (infra/stacks/identity.ts). */
export const PORTS = [47615, 47616, 47617];
const PATIENCE_MS = 5 * 60_000;

export interface Loopback {
  redirectUri: string;
  /** The address that the browser came back to. Fails when it has not within five minutes. */
  redirect: Promise<string>;
  close(): void;
}

const page = (title: string, text: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:20vh auto;padding:0 1rem;text-align:center">
<h1 style="font-size:1.4rem">${title}</h1><p>${text}</p>
`;

/** Listens on the first of the ports that is free, for this machine only. */
export async function listen(): Promise<Loopback> {
  // Node 20 has no Promise.withResolvers.
  let came!: { resolve(url: string): void; reject(reason: Error): void };
  const redirect = new Promise<string>((resolve, reject) => {
    came = { resolve, reject };
  });
  const servers: Server[] = [];
  const timer = setTimeout(
    () => came.reject(new Error("Nobody signed in within five minutes. Run clawe login again.")),
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
    const at = (host: string) => serve(host, port, (url) => came.resolve(url));
    const server = await at("127.0.0.1");
    if (!server) continue;
    // Browsers may take `localhost` for either; not every machine has both.
    servers.push(server, ...[await at("::1")].filter((each) => each !== undefined));
    return { redirectUri: redirectOf(port), redirect, close };
  }
  clearTimeout(timer);
  throw new Error(
    `The ports ${PORTS.join(", ")} are in use. End what listens there, and run clawe login again.`,
  );
}

const redirectOf = (port: number) => `http://localhost:${port}/callback`;

/** Undefined when the port is taken, or there is no such address. */
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
      ? ["There is nothing here", "This is where clawe login waits for its answer."]
      : url.searchParams.has("code")
        ? ["You can close this page", "The command goes on where you started it."]
        : ["The sign-in was not completed", "Go back to where you started it, and try again."];
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

/** The same address without a listener: for a sign-in that this process follows by itself. */
export const unattended = redirectOf(PORTS[0]!);
