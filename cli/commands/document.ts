// What was made for a task: delivered from a file, and listed.
import type { Command } from "commander";
import { Option } from "commander";
import type { Schemas } from "../../client/index.ts";
import { allPages } from "../../client/pages.ts";
import { connect } from "../connection.ts";
import { deliveredText, documentsText } from "../format.ts";
import { byOption } from "../input.ts";
import { print } from "../output.ts";
import { readDelivery, upload } from "../upload.ts";

type DocumentType = Schemas["Document"]["type"];
const types = ["deliverable", "research", "reference", "note"] as const satisfies DocumentType[];

export function addDocumentCommands(program: Command): void {
  program
    .command("deliver")
    .description("keep a file with its task: a text up to 256 KB, any other file up to 50 MB")
    .argument("<task>", "its id, tsk_…")
    .argument("<path>", "the file")
    .argument("<title>")
    .addOption(byOption())
    .addOption(new Option("--type <type>").choices(types).default("deliverable"))
    .action(
      async (taskId: string, file: string, title: string, options: DeliverOptions, command: Command) => {
        const connection = connect();
        const { api, path, ask } = connection;
        const described = { taskId, title: title.trim(), type: options.type, by: options.by };
        const delivery = await readDelivery(file);
        const made =
          delivery.kind === "text"
            ? await ask((header) =>
                api.POST("/t/{tenantId}/documents", {
                  params: { path, header },
                  body: { ...described, content: delivery.content },
                }),
              )
            : await upload(connection, described, delivery);
        print(command, made, deliveredText);
      },
    );

  program
    .command("deliverables")
    .description("what was made for a task, oldest first")
    .argument("<task>", "its id, tsk_…")
    .action(async (taskId: string, _options: object, command: Command) => {
      const { api, path, ask } = connect();
      const items = await allPages((cursor) =>
        ask(() =>
          api.GET("/t/{tenantId}/documents", { params: { path, query: { taskId, limit: 100, cursor } } }),
        ),
      );
      print(command, { items }, ({ items }) => documentsText(items));
    });
}

interface DeliverOptions {
  by?: string;
  type: DocumentType;
}
