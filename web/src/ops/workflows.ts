// The workflows that operators start: what each does, and in which states of a workspace it makes sense.
import type { SquadhubOverview, Workflow } from "./queries.ts";

type Status = SquadhubOverview["status"];

interface Startable {
  label: string;
  /** What it does, for the operator who is about to start it. */
  text: string;
  /** The states of a workspace in which it makes sense. The API decides. */
  from: Status[];
  /** It deletes data for good, so the workspace's name has to be typed. */
  isDestructive?: boolean;
  /** A failure can be held for inspection instead of being rolled back. */
  canHold?: boolean;
}

export const workflows: Record<Workflow, Startable> = {
  wake: {
    label: "Wake",
    text: "Starts the squadhub. Pending notifications are delivered when it is ready.",
    from: ["sleeping", "stopped"],
    canHold: true,
  },
  sleep: {
    label: "Put to sleep",
    text: "Stops the squadhub. It wakes by itself when there is work or a person opens the workspace.",
    from: ["active"],
    canHold: true,
  },
  restart: {
    label: "Restart",
    text: "Stops the squadhub and starts it again. A running turn is lost.",
    from: ["active"],
    canHold: true,
  },
  backup: {
    label: "Back up",
    text: "Stops the squadhub, saves its files and starts it again. A running turn is lost.",
    from: ["active"],
    canHold: true,
  },
  backupAtRest: {
    label: "Back up",
    text: "Saves the squadhub’s files. The squadhub is not started.",
    from: ["sleeping", "stopped"],
    canHold: true,
  },
  upgrade: {
    label: "Upgrade",
    text: "Backs up the files and starts the current version at the plan’s size. If it does not start, the old version and its files come back.",
    from: ["active", "sleeping", "stopped"],
    canHold: true,
  },
  // The workspace's own people choose the backup, in its settings.
  restore: { label: "Restore", text: "Brings back the squadhub’s files from a backup.", from: [] },
  provision: {
    label: "Provision",
    text: "Sets up the squadhub from the start. If a step fails, everything is rolled back.",
    from: ["error", "draft"],
    canHold: true,
  },
  deprovision: {
    label: "Delete",
    text: "Stops the squadhub and erases the workspace’s board, files and keys. It cannot be undone.",
    from: ["active", "sleeping", "stopped", "suspended", "error"],
    isDestructive: true,
  },
};

export const workflowNames = Object.keys(workflows) as Workflow[];

export const startableFrom = (status: Status): Workflow[] =>
  workflowNames.filter((name) => workflows[name].from.includes(status));
