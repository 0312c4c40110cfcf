// What a run is doing, in words.
import type { Run } from "../queries.ts";

export const isOver = (run: Run | undefined): boolean =>
  run !== undefined && ["succeeded", "failed", "rollback_incomplete"].includes(run.status);

interface Headline {
  title: string;
  text: string;
}

export function headline({ workflow, status }: Run, name: string | undefined): Headline {
  const it = name ? `“${name}”` : "your workspace";
  const It = name ? `“${name}”` : "Your workspace";
  if (workflow === "deprovision")
    switch (status) {
      case "succeeded":
        return { title: `${It} is deleted`, text: "Its board, its files and its keys are gone." };
      case "failed":
      case "rollback_incomplete":
        return { title: `${It} is not fully deleted`, text: "Something would not go. You can try again." };
      default:
        return { title: `Deleting ${it}`, text: "You can close this page; it goes on without you." };
    }
  switch (status) {
    case "succeeded":
      return { title: `${It} is ready`, text: "The squad is in. Give them something to do." };
    case "rolling_back":
      return {
        title: `${It} did not start`,
        text: "Taking back what was made, so that nothing is left over.",
      };
    case "failed":
      return {
        title: `${It} did not start`,
        text: "What was made has been taken back. Nothing is left over.",
      };
    case "rollback_incomplete":
      return {
        title: `${It} did not start`,
        text: "Most of what was made has been taken back; we have been told about the rest.",
      };
    default:
      return {
        title: `Setting up ${it}`,
        text: "About a minute. You can close this page; it goes on without you.",
      };
  }
}
