// A process that makes one request and prints how many milliseconds it took: `api-first-call.ts DIRECTORY OPERATION`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { callApi } from "../test/support/api-call.ts";
import { callOf } from "./api-calls.ts";
import { openPlatform } from "./api-world.ts";

const [directory = "", operationId = ""] = process.argv.slice(2);
const { world, settings } = JSON.parse(await readFile(join(directory, "world.json"), "utf8"));
const engine = await openPlatform(directory, { settings });
const begun = performance.now();
const { status } = await callApi(operationId, callOf(operationId, world, 0));
const took = performance.now() - begun;
await engine.close();
if (status >= 300) throw new Error(`${operationId} answered ${status}`);
process.stdout.write(String(took));
