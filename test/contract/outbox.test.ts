// The local outbox: it keeps e-mails instead of sending them.
import { expect, onTestFinished, test } from "vitest";
import { createOutbox } from "../../local/outbox.ts";
import { openTableEngine } from "../../local/table/engine.ts";
import { serve, temporaryDirectory } from "../support/serve.ts";

async function outbox() {
  const directory = await temporaryDirectory();
  const engine = await openTableEngine({ directory });
  onTestFinished(() => engine.close());
  const box = createOutbox(engine.store);
  return { box, ...(await serve((request, response) => void box.handler(request, response))) };
}
const mail = (key: string) => ({ to: "ada@example.com", subject: key, text: "Hello", idempotencyKey: key });

test("lists the newest e-mail first, and each key once", async () => {
  const { box } = await outbox();
  await Promise.all([box.send(mail("a")), box.send(mail("b")), box.send(mail("a"))]);
  expect((await box.list()).map(({ subject }) => subject)).toEqual(["b", "a"]);
});

test("keeps the latest 200 e-mails", async () => {
  const { box } = await outbox();
  for (let index = 0; index < 203; index += 1) await box.send(mail(`mail ${index}`));
  const kept = await box.list();
  expect(kept).toHaveLength(200);
  expect([kept[0]?.subject, kept.at(-1)?.subject]).toEqual(["mail 202", "mail 3"]);
});

test("shows the e-mails as a page and as JSON", async () => {
  const { box, origin } = await outbox();
  await box.send(mail("<b>Hi</b>"));
  const page = await (await fetch(`${origin}/outbox`)).text();
  expect(page).toContain("&lt;b&gt;Hi&lt;/b&gt;");
  const json = await (await fetch(`${origin}/outbox.json`)).json();
  expect(json).toMatchObject({
    messages: [{ to: "ada@example.com", subject: "<b>Hi</b>", text: "Hello" }],
  });
});
