// A service of its own process, to be killed by a test: provisions one squadhub and then only stands there.
import { openWorld, provision, specFor } from "./world.ts";

const [kind, directory, tenantId, claweUrl] = process.argv.slice(2);
if ((kind !== "stub" && kind !== "openclaw") || !directory || !tenantId || !claweUrl) {
  throw new Error("usage: host.ts <kind> <directory> <tenant id> <Clawe's URL>");
}
const world = await openWorld({ kind, directory, modelUrl: `${claweUrl}/model/v1` });
await provision(world, specFor(tenantId, claweUrl));
