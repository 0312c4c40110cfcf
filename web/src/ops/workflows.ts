// The workflows as operators start them.
import { workflows as declared } from "../../../client/workflows.gen.ts";
import type { Workflow } from "./queries.ts";

interface Startable {
  label: string;
  /** Its effect, for the operator who is about to start it. */
  text: string;
  /** It erases data for good, so the workspace's name has to be typed. */
  isDestructive: boolean;
  canHold: boolean;
}

export const workflowNames = Object.keys(declared) as Workflow[];

export const workflows = Object.fromEntries(
  workflowNames.map((name) => {
    const { operators, teardown } = declared[name];
    return [name, { ...operators, isDestructive: teardown, canHold: !teardown }];
  }),
) as Record<Workflow, Startable>;

/** Those that a page can offer: the workspace's own people choose a backup, in its settings. */
export const offered = (startable: Workflow[]): Workflow[] =>
  startable.filter((name) => !declared[name].needsBackup);
