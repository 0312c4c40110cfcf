// A tenant's public name: a host label, unique in the service.
import * as z from "zod";
import { VisibleError } from "../util/error.ts";

const reserved = new Set(
  `admin api app apps assets auth billing blog cdn clawe console dashboard demo dev docs download ftp gateway help
   internal local localhost login mail ns oidc openclaw operator ops payments prod root security settings signup smtp
   squadhub ssl staging static status stripe support system telegram test tls webhook webhooks www`.split(
    /\s+/,
  ),
);

export const tenantName = z
  .string()
  .min(3)
  .max(20)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a–z, 0–9 and single hyphens, with no hyphen at either end")
  .refine((name) => !reserved.has(name), "is reserved")
  .describe("Host label of the workspace: 3–20 characters of a–z, 0–9 and hyphen; unique")
  .meta({ example: "acme" });

export function nameTaken(name: string): VisibleError {
  return new VisibleError("name_taken", `The name “${name}” is taken. Choose another one.`, {
    fields: [{ field: "body.name", message: "is taken" }],
  });
}
