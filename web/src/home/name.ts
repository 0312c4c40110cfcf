// The rules for a workspace's name, checked while it is typed. Only the API knows which names are taken or reserved.

/** Turns typed text into a host label as far as it can be one: `My Team` becomes `my-team`. */
export const toWorkspaceName = (typed: string): string =>
  typed
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[\s_.]+/g, "-")
    .slice(0, 20);

/** What is wrong with the characters of a name, whatever is typed after them. */
export function invalidCharacters(name: string): string | undefined {
  if (/[^a-z0-9-]/.test(name)) return "Use only a–z, 0–9 and hyphens.";
  if (name.startsWith("-")) return "Start with a letter or a digit.";
  if (name.includes("--")) return "Use single hyphens.";
  return undefined;
}

/** What is wrong with a complete name. Undefined when it is valid. */
export function validateName(name: string): string | undefined {
  const invalid = invalidCharacters(name);
  if (invalid) return invalid;
  if (name.endsWith("-")) return "End with a letter or a digit.";
  if (name.length < 3) return "Use at least 3 characters.";
  return undefined;
}
