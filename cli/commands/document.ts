// A task's documents: delivered from a file, and listed.
import { type Command, Option } from "commander";
import type { Schemas } from "../../client/index.ts";
import { inWorkspace } from "../action.ts";
import { allPages } from "../connection.ts";
import { deliveredText, documentsText } from "../format.ts";
import { byOption } from "../input.ts";
import { readDelivery, upload } from "../upload.ts";

type DocumentType = Schemas["Document"]["type"];
const types = ["deliverable", "research", "reference", "note"] as const satisfies DocumentType[];

export function addDocumentCommands(program: Command): void {
  program
    .command("deliver")
    .description("keep a file with its task: a text of up to 256 KB, or any other file of up to 50 MB")
    .argument("<task>", "its id, tsk_…")
    .argument("<path>", "the file")
    .argument("<title>")
    .addOption(byOption())
    .addOption(new Option("--type <type>").choices(types).default("deliverable"))
    .action(
      inWorkspace(
        async (
          { print, ...connection },
          taskId: string,
          file: string,
          title: string,
          { type, by }: DeliverOptions,
        ) => {
          const { api, path, request } = connection;
          const described = { taskId, title: title.trim(), type, by };
          const delivery = await readDelivery(file);
          const document =
            delivery.kind === "file"
              ? await upload(connection, described, delivery)
              : await request((header) =>
                  api.POST("/t/{tenantId}/documents", {
                    params: { path, header },
                    body: { ...described, content: delivery.content },
                  }),
                );
          print(document, deliveredText);
        },
      ),
    );

  program
    .command("deliverables")
    .description("list a task's documents, oldest first")
    .argument("<task>", "its id, tsk_…")
    .action(
      inWorkspace(async ({ print, ...connection }, taskId: string) => {
        const { api, path } = connection;
        const items = await allPages(connection, (page) =>
          api.GET("/t/{tenantId}/documents", { params: { path, query: { taskId, ...page } } }),
        );
        print({ items }, ({ items }) => documentsText(items));
      }),
    );
}

interface DeliverOptions {
  by?: string;
  type: DocumentType;
}
