// Times as text, and a clock for components.
import { useSyncExternalStore } from "react";

const clocks = new Map<number, { now: number; listeners: Set<() => void>; timer?: number }>();

function clockOf(everyMs: number) {
  const known = clocks.get(everyMs);
  if (known) return known;
  const clock = { now: Date.now(), listeners: new Set<() => void>(), timer: undefined as number | undefined };
  clocks.set(everyMs, clock);
  return clock;
}

/** The current time in milliseconds, updated every `everyMs` while a component uses it. */
export function useNow(everyMs: number): number {
  const clock = clockOf(everyMs);
  return useSyncExternalStore(
    (listener) => {
      clock.listeners.add(listener);
      clock.timer ??= window.setInterval(() => {
        clock.now = Date.now();
        for (const each of clock.listeners) each();
      }, everyMs);
      return () => {
        clock.listeners.delete(listener);
        if (clock.listeners.size > 0) return;
        window.clearInterval(clock.timer);
        clock.timer = undefined;
      };
    },
    () => {
      // A clock that no component used has stood still.
      if (clock.timer === undefined && Date.now() - clock.now > everyMs) clock.now = Date.now();
      return clock.now;
    },
  );
}

/** `now`, `4m`, `3h`, `2d`, and the date after a week. */
export function shortTimeAgo(at: string, now: number): string {
  const seconds = Math.max(0, (now - Date.parse(at)) / 1000);
  if (seconds < 60) return "now";
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}h`;
  if (seconds < 7 * 86_400) return `${Math.floor(seconds / 86_400)}d`;
  return new Date(at).toLocaleDateString(undefined, { day: "numeric", month: "short" });
}

/** `just now`, `4m ago`, `on 3 May`. */
export function timeAgo(at: string, now: number): string {
  const short = shortTimeAgo(at, now);
  if (short === "now") return "just now";
  return /\d[mhd]$/.test(short) ? `${short} ago` : `on ${short}`;
}

/** The time until `at`: `5 minutes`, `23 hours`, `3 days`. */
export function timeUntil(at: string, now: number): string {
  const minutes = Math.max(0, Date.parse(at) - now) / 60_000;
  const [count, unit] =
    minutes < 60
      ? [Math.ceil(minutes), "minute"]
      : minutes < 48 * 60
        ? [Math.round(minutes / 60), "hour"]
        : [Math.round(minutes / 1440), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

export const fullTime = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });

/** `< 0.1 s`, `0.4 s`, `12 s`, `2:05`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 0.05) return "< 0.1 s";
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

/** `0:07`, for a running clock. */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
