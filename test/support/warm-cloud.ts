// A service in a process of its own, to be killed by a test. Arguments: its directory, and how many gateways it starts
// ahead. Prints its address when they are ready, and `full` for each line it is sent, as soon as they are again.
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
