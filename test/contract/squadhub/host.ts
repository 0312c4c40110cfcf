// A service in its own process, for a test to kill: it provisions one squadhub, and then waits. With the id of a second
// tenant it has a warm pool: the first tenant's gateway is from the pool, the second tenant has claimed one, and one is
// unclaimed. It prints the names of their directories as JSON.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { openWorld, provision, secretsOf, specFor } from "./world.ts";

const [kind, directory, tenantId, claweUrl, claimant] = process.argv.slice(2);
if ((kind !== "stub" && kind !== "openclaw") || !directory || !tenantId || !claweUrl) {
  throw new Error("usage: host.ts <kind> <directory> <tenant id> <Clawe's URL> [<tenant id>]");
}
const warm = claimant ? 1 : undefined;
const world = await openWorld({ kind, directory, modelUrl: `${claweUrl}/model/v1`, warm });
const spec = specFor(tenantId, claweUrl);
if (!claimant) await provision(world, spec);
else {
  await world.resume();
  const known = new Set<string>();
  /** The name of the gateway that is new since the last call. */
  const nextGateway = async () => {
    await world.pool.full();
    const names = await readdir(join(directory, "squadhubs"));
    const fresh = names.find((name) => !known.has(name)) ?? "";
    known.add(fresh);
    return fresh;
  };
  const claim = async (id: string) => {
    const tokens = await world.pool.claim(specFor(id, claweUrl));
    await world.secrets.create(id, { ...secretsOf(id), ...tokens });
  };
  const started = await nextGateway();
  await claim(tenantId);
  await provision(world, spec);
  const onlyClaimed = await nextGateway();
  await claim(claimant);
  console.log(JSON.stringify({ started, onlyClaimed, idle: await nextGateway() }));
}
