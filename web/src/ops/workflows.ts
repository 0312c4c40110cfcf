// The workflows that operators start: when each makes sense, and what it does.
import type { SquadhubOverview, Workflow } from "./queries.ts";

type Status = SquadhubOverview["status"];

export interface Startable {
  label: string;
  /** What it does, for whoever is about to press. */
  text: string;
  /** The states of a workspace in which it makes sense; the API has the last word. */
  from: Status[];
  /** Takes something away for good: its workspace's name has to be typed. */
  isDestructive?: boolean;
  /** Something can be held should it fail. */
  canHold?: boolean;
}

export const workflows: Record<Workflow, Startable> = {
  wake: {
    label: "Wake",
    text: "Starts the squadhub again. What waits in its lanes is delivered when it is ready.",
    from: ["sleeping", "stopped"],
    canHold: true,
  },
  sleep: {
    label: "Put to sleep",
    text: "Stops the squadhub. It wakes by itself when somebody or something needs it.",
    from: ["active"],
    canHold: true,
  },
  restart: {
    label: "Restart",
    text: "Stops the squadhub and starts it again. A turn that is under way is lost.",
    from: ["active"],
    canHold: true,
  },
  backup: {
    label: "Back up",
    text: "Stops the squadhub, keeps its files, and starts it again. A turn that is under way is lost.",
    from: ["active"],
    canHold: true,
  },
  backupAtRest: {
    label: "Back up",
    text: "Keeps the squadhub's files. It stays at rest.",
    from: ["sleeping", "stopped"],
    canHold: true,
  },
  upgrade: {
    label: "Upgrade",
    text: "Backs the files up and starts the present version at the plan's size. Should it not start, the one from before runs again, with its files as they were.",
    from: ["active", "sleeping", "stopped"],
    canHold: true,
  },
  // Which backup is for the workspace's own people to say, in its settings.
  restore: { label: "Restore", text: "Brings the squadhub's files back from a backup.", from: [] },
  provision: {
    label: "Provision",
    text: "Makes the squadhub anew. Should a step fail, what was made is undone.",
    from: ["error", "draft"],
    canHold: true,
  },
  deprovision: {
    label: "Delete",
    text: "Takes the squadhub down and erases its board, its files and its keys. Nothing of it can be brought back.",
    from: ["active", "sleeping", "stopped", "suspended", "error"],
    isDestructive: true,
  },
};

export const workflowNames = Object.keys(workflows) as Workflow[];

export const startableFrom = (status: Status): Workflow[] =>
  workflowNames.filter((name) => workflows[name].from.includes(status));
