// The browser's time zone as the API takes it.

/** `zone` when it is one with a name that everybody resolves; offsets and what a browser calls unknown are not. */
export function zoneOr(fallback: string, zone: string | undefined): string {
  if (!zone || /^[+-]/.test(zone)) return fallback;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format() === "" ? fallback : zone;
  } catch {
    // How Intl says no.
    return fallback;
  }
}
