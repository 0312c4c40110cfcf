// The shape of a state machine, for drawing: its states and their transitions.
import * as z from "zod";
import type { MachineDefinition } from "../../platform/types/workflows.ts";

const edge = z.object({
  to: z.string(),
  kind: z
    .enum(["next", "choice", "catch"])
    .describe("`catch`: after a failure; `choice`: if a condition holds"),
});

export const machineShape = z
  .object({
    startAt: z.string(),
    states: z
      .array(
        z.object({
          name: z.string(),
          type: z.string(),
          comment: z.string().optional(),
          timeoutSeconds: z.number().optional(),
          edges: z.array(edge),
        }),
      )
      .describe("The states, in the order of the definition"),
  })
  .meta({ id: "MachineShape" });
type Shape = z.output<typeof machineShape>;
type State = MachineDefinition["States"][string];

export function toMachineShape({ StartAt, States }: MachineDefinition): Shape {
  return {
    startAt: StartAt,
    states: Object.entries(States).map(([name, state]) => ({
      name,
      type: state.Type,
      comment: state.Comment as string | undefined,
      timeoutSeconds: state.TimeoutSeconds as number | undefined,
      edges: edgesOf(state),
    })),
  };
}

/** The transitions of a state. A target that is reached in several ways is listed once, with the most usual way. */
function edgesOf({ Next, Default, Choices = [], Catch = [] }: State): Shape["states"][number]["edges"] {
  const all = [
    ...[Next, Default].map((to) => ({ to, kind: "next" as const })),
    ...(Choices as { Next?: string }[]).map(({ Next }) => ({ to: Next, kind: "choice" as const })),
    ...(Catch as { Next?: string }[]).map(({ Next }) => ({ to: Next, kind: "catch" as const })),
  ];
  const seen = new Set<unknown>();
  return all.flatMap(({ to, kind }) => {
    if (typeof to !== "string" || seen.has(to)) return [];
    seen.add(to);
    return [{ to, kind }];
  });
}
