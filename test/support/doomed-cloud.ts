// A service in its own process that kills itself, as `kill -9` does, when it writes a certain item.
// Arguments: its directory, the time its clock shows, a part of the item's key, and `before` or `after` the write.
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { mainTable } from "../../core/table/index.ts";
import { startCloud } from "../../local/cloud.ts";
import { cloudOptions } from "./cloud.ts";

const [directory = "", time = "", item = "", when = ""] = process.argv.slice(2);

const RealDate = Date;
const ahead = RealDate.parse(time) - RealDate.now();
globalThis.Date = class extends RealDate {
  constructor(...given: []) {
    super(...((given.length > 0 ? given : [RealDate.now() + ahead]) as []));
  }
  static override now(): number {
    return RealDate.now() + ahead;
  }
} as DateConstructor;

const connect = mainTable.getDocumentClient;
mainTable.getDocumentClient = () => {
  const client = connect();
  const send = client.send.bind(client) as (...given: unknown[]) => Promise<unknown>;
  return new Proxy(client, {
    get: (target, name) => (name === "send" ? doomed : Reflect.get(target, name)),
  });

  async function doomed(command: unknown, ...rest: unknown[]): Promise<unknown> {
    const isTarget = command instanceof TransactWriteCommand && JSON.stringify(command.input).includes(item);
    if (isTarget && when === "before") process.kill(process.pid, "SIGKILL");
    const answer = await send(command, ...rest);
    if (isTarget) process.kill(process.pid, "SIGKILL");
    return answer;
  }
};

await startCloud({ ...cloudOptions(directory), report: () => undefined });
