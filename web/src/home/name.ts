// What a workspace may be called, told while it is typed. The API knows which names are taken or reserved.

/** What was typed as a host label as far as it can be one: `My Team` is `my-team`. */
export const toName = (typed: string): string =>
  typed
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[\s_.]+/g, "-")
    .slice(0, 20);

/** What is wrong with a name; undefined when nothing is. */
export function nameProblem(name: string): string | undefined {
  if (/[^a-z0-9-]/.test(name)) return "Use a–z, 0–9 and hyphens only.";
  if (name.startsWith("-")) return "Begin with a letter or a digit.";
  if (name.includes("--")) return "Use single hyphens.";
  if (name.endsWith("-")) return "End with a letter or a digit.";
  if (name.length < 3) return "Use at least 3 characters.";
  return undefined;
}
