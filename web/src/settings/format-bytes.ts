// Sizes for people to read.

/** `512 B`, `48 KB`, `3.2 MB`, `1.4 GB`. */
export function formatBytes(count: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(count, 1)) / 3));
  const value = count / 1000 ** step;
  return `${step > 1 && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[step]}`;
}
