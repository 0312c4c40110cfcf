// What the squad knows of the business it works for.
import type { Command } from "commander";
import type { operations } from "../../client/schema.gen.ts";
import { connect } from "../connection.ts";
import { businessText } from "../format.ts";
import { byOption, jsonObject } from "../input.ts";
import { print } from "../output.ts";

type Metadata = operations["saveBusiness"]["requestBody"]["content"]["application/json"]["metadata"];

export function addBusinessCommands(program: Command): void {
  program
    .command("business:get")
    .description("what is known of the business")
    .action(async (_options: object, command: Command) => {
      const { api, path, ask } = connect();
      const found = await ask(() => api.GET("/t/{tenantId}/business", { params: { path } }));
      print(command, found, businessText);
    });

  program
    .command("business:set")
    .description("save what is given of the business; the rest stays. BOOTSTRAP.md goes")
    .argument("<url>", "its site")
    .option("--name <name>")
    .option("--description <text>")
    .option("--favicon <url>")
    .option("--metadata <json>", "{title?, ogImage?, industry?, keywords?: […], targetAudience?, tone?}")
    .option("--approve", "a person has agreed")
    .option("--remove-bootstrap", "have BOOTSTRAP.md removed again where it is still there")
    .addOption(byOption())
    .action(async (url: string, options: SetOptions, command: Command) => {
      const { api, path, ask } = connect();
      const { name, description, favicon, approve, removeBootstrap, by } = options;
      // The API checks the fields and names those that are wrong.
      const metadata = options.metadata && ((await jsonObject(options.metadata, "metadata")) as Metadata);
      const saved = await ask(() =>
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
      print(command, saved, (business) => `Saved.\n${businessText(business)}`);
    });
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
