// The token of an invitation, from the mail's link until it is used. It lives in this tab, and never in an address.

const KEY = "clawe.invitation";

/** Keeps the token of a link's hash; false when there is none. */
export function keepToken(hash: string): boolean {
  const token = hash.replace(/^#/, "");
  if (!token) return false;
  sessionStorage.setItem(KEY, token);
  return true;
}

export const keptToken = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;

export const forgetToken = (): void => sessionStorage.removeItem(KEY);
