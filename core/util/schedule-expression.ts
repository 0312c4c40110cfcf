// The expressions of EventBridge Scheduler in a time zone: cron(), rate() and at().
import { Cron } from "croner";

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * The first occurrence after a moment; undefined when there is none. A rate counts from `anchor`. Throws an Error that
 * names the field when AWS would refuse the expression.
 */
export function nextFire(
  expression: string,
  timezone: string,
  after: Date,
  anchor = after,
): Date | undefined {
  checkTimezone(timezone);
  const [, kind, argument = ""] = /^(cron|rate|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  switch (kind) {
    case "cron":
      return nextCron(expression, argument, timezone, after);
    case "rate":
      return nextRate(expression, argument, after, anchor);
    case "at":
      return nextAt(expression, argument, timezone, after);
    default:
      throw invalid(expression, "must be cron(…), rate(…) or at(…)");
  }
}

export function isOneShot(expression: string): boolean {
  return expression.trim().startsWith("at(");
}

function nextCron(expression: string, argument: string, timezone: string, after: Date): Date | undefined {
  const fields = argument.trim().split(/\s+/);
  if (fields.length !== 6) throw invalid(expression, "cron() needs six fields");
  if ((fields[2] === "?") === (fields[4] === "?")) {
    throw invalid(expression, "exactly one of day-of-month and day-of-week must be ?");
  }
  const cron = parseCron(expression, `0 ${fields.join(" ")}`, timezone);
  // croner moves a run in the hour skipped in spring to the next hour; AWS skips the run.
  let next = cron.nextRun(after);
  while (next && !cron.match(next)) next = cron.nextRun(next);
  return next ?? undefined;
}

function nextRate(expression: string, argument: string, after: Date, anchor: Date): Date {
  const [, value, unit, plural] = /^(\d+) (minute|hour|day)(s?)$/.exec(argument.trim()) ?? [];
  if (!value || !unit || Number(value) < 1)
    throw invalid(expression, "rate() needs a number and minutes, hours or days");
  if ((Number(value) === 1) === (plural === "s"))
    throw invalid(expression, "rate(1 minute) but rate(2 minutes)");
  const interval = Number(value) * unitMs[unit as keyof typeof unitMs];
  const elapsed = Math.floor((after.getTime() - anchor.getTime()) / interval);
  return new Date(anchor.getTime() + Math.max(1, elapsed + 1) * interval);
}

function nextAt(expression: string, argument: string, timezone: string, after: Date): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(argument))
    throw invalid(expression, "at() needs yyyy-mm-ddThh:mm:ss");
  return parseCron(expression, argument, timezone).nextRun(after) ?? undefined;
}

function parseCron(expression: string, pattern: string, timezone: string): Cron {
  try {
    return new Cron(pattern, { timezone, paused: true, alternativeWeekdays: true, sloppyRanges: true });
  } catch (error) {
    throw invalid(expression, error instanceof Error ? error.message : String(error));
  }
}

/** Time zones known to be valid: checking one costs as much as the rest of `nextFire`. */
const validTimezones = new Set<string>();

function checkTimezone(timezone: string): void {
  if (validTimezones.has(timezone)) return;
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    validTimezones.add(timezone);
  } catch {
    throw new Error(`timezone: ${JSON.stringify(timezone)} is not an IANA time zone`);
  }
}

function invalid(expression: string, reason: string): Error {
  return new Error(`expression: ${JSON.stringify(expression)} is not valid: ${reason}`);
}
