// Authors: a person, one of the squad's agents, or the service.
import { string } from "dynamodb-toolbox/schema/string";
import * as z from "zod";

export const author = z
  .object({
    type: z.enum(["user", "agent", "system"]),
    id: z.string(),
    name: z.string(),
  })
  .meta({ id: "Author" });
export type Author = z.output<typeof author>;

/** An author as a table attribute. */
export const authorShape = {
  type: string().enum(...author.shape.type.options),
  id: string(),
  name: string(),
};

export const service: Author = { type: "system", id: "clawe", name: "Clawe Cloud" };
