// The business that the squad works for.
import type { Command } from "commander";
import type { operations } from "../../client/schema.gen.ts";
import { inWorkspace } from "../action.ts";
import { businessText } from "../format.ts";
import { byOption, jsonObject } from "../input.ts";

type Metadata = operations["saveBusiness"]["requestBody"]["content"]["application/json"]["metadata"];

export function addBusinessCommands(program: Command): void {
  program
    .command("business:get")
    .description("show what is known about the business")
    .action(
      inWorkspace(async ({ api, path, request, print }) => {
        const business = await request(() => api.GET("/t/{tenantId}/business", { params: { path } }));
        print(business, businessText);
      }),
    );

  program
    .command("business:set")
    .description("save facts about the business, keep the others, and remove BOOTSTRAP.md")
    .argument("<url>", "its website")
    .option("--name <name>")
    .option("--description <text>")
    .option("--favicon <url>")
    .option("--metadata <json>", "{title?, ogImage?, industry?, keywords?: […], targetAudience?, tone?}")
    .option("--approve", "a person has agreed")
    .option("--remove-bootstrap", "remove BOOTSTRAP.md again where it still exists")
    .addOption(byOption())
    .action(
      inWorkspace(async ({ api, path, request, print }, url: string, options: SetOptions) => {
        const { name, description, favicon, approve, removeBootstrap, by } = options;
        // The API checks the fields and names those that are wrong.
        const metadata = options.metadata && ((await jsonObject(options.metadata, "metadata")) as Metadata);
        const saved = await request(() =>
          api.PATCH("/t/{tenantId}/business", {
            params: { path },
            body: {
              url: url.trim(),
              name: name?.trim(),
              description: description?.trim(),
              favicon: favicon?.trim(),
              metadata: metadata || undefined,
              approve,
              removeBootstrap,
              by,
            },
          }),
        );
        print(saved, (business) => `Saved.\n${businessText(business)}`);
      }),
    );
}

interface SetOptions {
  name?: string;
  description?: string;
  favicon?: string;
  metadata?: string;
  approve?: true;
  removeBootstrap?: true;
  by?: string;
}
