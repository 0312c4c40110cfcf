// The squads that a workspace can begin with. What they are made of is a template in squadhub/templates.
import * as z from "zod";

export const squadId = z.enum(["clawe", "butler"]);

/** What the lead is called unless the customer says otherwise. */
export const leadNames: Record<z.output<typeof squadId>, string> = { clawe: "Clawe", butler: "Butler" };
