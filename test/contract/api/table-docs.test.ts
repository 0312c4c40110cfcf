// docs/table.md lists exactly the entities in the code, and every access outside the actor's own partitions.
import { glob, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { exceptions } from "../../support/table-watch.ts";

const text = await readFile("docs/table.md", "utf8");
const [own = "", outside = ""] = text.split("## Outside of the actor's own partitions");

const rowsOf = (part: string, columns: number) =>
  part
    .split("\n")
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.length === columns && !cells[0]?.startsWith("---"));

async function entitiesInCode(): Promise<string[]> {
  const names = new Set<string>();
  for await (const file of glob("core/**/*.ts"))
    for (const [, name] of (await readFile(file, "utf8")).matchAll(/new Entity\(\{\s*name: "(\w+)"/g))
      names.add(name!);
  return [...names].sort();
}

test("docs/table.md lists each entity", async () => {
  const listed = rowsOf(own, 5)
    .map(([, , entity = ""]) => /^\w+/.exec(entity)?.[0] ?? "")
    .filter((entity) => entity !== "entity");
  expect([...new Set(listed)].sort()).toEqual(await entitiesInCode());
});

test("docs/table.md lists each access outside the actor's own partitions", () => {
  const listed = rowsOf(outside, 4)
    .slice(1)
    .map((cells) => cells.join(" | "));
  const meant = exceptions.map(({ family, item, reads, writes, why }) => {
    const access = [reads && "read", writes && "write"].filter(Boolean).join(", ");
    return `\`${family}#\` | ${item ? `\`${item}\`` : "all"} | ${access} | ${why}`;
  });
  expect(listed).toEqual(meant);
});
