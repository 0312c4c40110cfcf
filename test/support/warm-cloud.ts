// A service in its own process, to be killed by a test. Arguments: its directory, and the size of its warm pool. Prints
// its address when the pool is full, and `full` for each line on stdin as soon as the pool is full again.
import { createInterface } from "node:readline";
import { startCloud } from "../../local/cloud.ts";
import { cloudOptions } from "./cloud.ts";

const [directory = "", warmPool] = process.argv.slice(2);
const options = { ...cloudOptions(directory), warmPool: Number(warmPool) };
const { url, squadhubs } = await startCloud({ ...options, report: () => undefined });
await squadhubs.pool.full();
console.log(url);
for await (const _ of createInterface({ input: process.stdin })) {
  await squadhubs.pool.full();
  console.log("full");
}
