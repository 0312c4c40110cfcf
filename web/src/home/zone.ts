// Time zones as the API takes them and as people read them.

/** Returns `zone` if it is a name that everyone can resolve, else `fallback`. Offsets such as +02:00 are not names. */
export function validZoneOr(fallback: string, zone: string | undefined): string {
  if (!zone || /^[+-]/.test(zone)) return fallback;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format() === "" ? fallback : zone;
  } catch {
    // Intl throws for a zone that it does not know.
    return fallback;
  }
}

/** `America/New York` */
export const zoneLabel = (zone: string): string => zone.replaceAll("_", " ");
