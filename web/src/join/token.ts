// The token of an invitation, kept from the opening of the link until the invitation is accepted. It stays in this tab
// and never stands in an address.

const KEY = "clawe.invitation";

/** Saves the token in a link's hash. False when the hash has none. */
export function saveToken(hash: string): boolean {
  const token = hash.replace(/^#/, "");
  if (!token) return false;
  sessionStorage.setItem(KEY, token);
  return true;
}

export const savedToken = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;

export const clearToken = (): void => sessionStorage.removeItem(KEY);
