// The squads to choose from. Each is a template in squadhub/templates.
import * as z from "zod";

export const squadId = z.enum(["clawe", "butler"]);

/** The default names of the leads. */
export const leadNames: Record<z.output<typeof squadId>, string> = { clawe: "Clawe", butler: "Butler" };
