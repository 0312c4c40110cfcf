// Finds a gateway and makes it prove that it knows its token.
import { createHash } from "node:crypto";
import { discovery } from "#platform";
import * as gateway from "../../core/squadhub/client.ts";
import * as Squadhub from "../../core/squadhub/index.ts";

const proofLastsMs = 60_000;
const maxProofs = 1000;

/** When each address last proved that it knows a token, oldest first. */
const proofs = new Map<string, number>();

/** The gateway registered as `discoveryName`. Throws `unreachable` when nobody there has proven to be it. */
export async function connect(discoveryName: string, token: string): Promise<gateway.GatewayConnection> {
  for (const url of await discovery.resolve(discoveryName)) {
    if (await isProven({ url, token })) return { url, token };
  }
  throw new Squadhub.GatewayError("unreachable", "The gateway is not running, or what runs there is not it.");
}

async function isProven(connection: gateway.GatewayConnection): Promise<boolean> {
  const key = `${connection.url} ${createHash("sha256").update(connection.token).digest("hex")}`;
  const provenAt = proofs.get(key);
  if (provenAt !== undefined && Date.now() - provenAt < proofLastsMs) return true;
  proofs.delete(key);
  try {
    if (!(await gateway.prove(connection))) return false;
  } catch (error) {
    // A task that has just gone can still be registered beside its successor.
    if (error instanceof Squadhub.GatewayError) return false;
    throw error;
  }
  proofs.set(key, Date.now());
  for (const oldest of proofs.keys()) {
    if (proofs.size <= maxProofs) break;
    proofs.delete(oldest);
  }
  return true;
}
