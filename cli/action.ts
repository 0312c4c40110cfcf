// The frame of a command's action: connects, runs, and prints what the command line asks for.
import type { Command } from "commander";
import { type Caller, type Connection, connect, connectAsPerson } from "./connection.ts";
import { type Print, printerOf } from "./output.ts";

/** `Args` are the command's arguments, then its options. */
type Action<C, Args extends unknown[]> = (context: C & { print: Print }, ...args: Args) => Promise<void>;

/** The action of a command that works in the workspace of the squadhub token. */
export const inWorkspace = <Args extends unknown[]>(run: Action<Connection, Args>) => actionOf(connect, run);

/** The action of a command that works with the sign-in of an operator. */
export const asOperator = <Args extends unknown[]>(run: Action<Caller, Args>) =>
  actionOf(connectAsPerson, run);

/** Commander passes the arguments, the options and, last, the command itself. */
function actionOf<C, Args extends unknown[]>(connectTo: () => C, run: Action<C, Args>) {
  return async (...given: unknown[]): Promise<void> => {
    const print = printerOf(given.at(-1) as Command);
    await run({ ...connectTo(), print }, ...(given.slice(0, -1) as Args));
  };
}
