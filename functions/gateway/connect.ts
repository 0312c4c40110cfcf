// Finds a gateway, and sends it its token only after it has proven that it knows the token.
import { createHash } from "node:crypto";
import { discovery } from "#platform";
import * as gateway from "../../core/squadhub/client.ts";
import * as Squadhub from "../../core/squadhub/index.ts";

const PROOF_LIFETIME_MS = 60_000;
const MAX_PROOFS = 1000;

/** When each address last proved that it knows a token, oldest first. */
const proofs = new Map<string, number>();

/** The gateway registered as `discoveryName`. Throws a GatewayError `unreachable` when no address proves to be it. */
export async function connect(discoveryName: string, token: string): Promise<gateway.GatewayConnection> {
  for (const url of await discovery.resolve(discoveryName)) {
    if (await isProven({ url, token })) return { url, token };
  }
  throw new Squadhub.GatewayError("unreachable", "No running gateway has proven to be this workspace's.");
}

async function isProven(connection: gateway.GatewayConnection): Promise<boolean> {
  const key = `${connection.url} ${createHash("sha256").update(connection.token).digest("hex")}`;
  const provenAt = proofs.get(key);
  if (provenAt !== undefined && Date.now() - provenAt < PROOF_LIFETIME_MS) return true;
  proofs.delete(key);
  try {
    if (!(await gateway.prove(connection))) return false;
  } catch (error) {
    // A task that has just stopped can still be registered beside its successor.
    if (error instanceof Squadhub.GatewayError) return false;
    throw error;
  }
  proofs.set(key, Date.now());
  for (const oldest of proofs.keys()) {
    if (proofs.size <= MAX_PROOFS) break;
    proofs.delete(oldest);
  }
  return true;
}
