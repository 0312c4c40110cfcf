// A routine's schedule as text and as form fields hold it.
import type { Routine } from "../queries.ts";

type Schedule = Routine["schedule"];

/** The week as people read it. For the API, Sunday is day 0. */
export const week = [
  { day: 1, name: "Monday" },
  { day: 2, name: "Tuesday" },
  { day: 3, name: "Wednesday" },
  { day: 4, name: "Thursday" },
  { day: 5, name: "Friday" },
  { day: 6, name: "Saturday" },
  { day: 0, name: "Sunday" },
];

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** `08:05`, as a time field holds it. */
export const timeOf = ({ hour, minute }: Pick<Schedule, "hour" | "minute">): string =>
  `${twoDigits(hour)}:${twoDigits(minute)}`;

/** The time that was typed. Undefined while it is incomplete. */
export function fromTime(typed: string): Pick<Schedule, "hour" | "minute"> | undefined {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(typed) ?? [];
  return hour && minute ? { hour: Number(hour), minute: Number(minute) } : undefined;
}

function daysLabel(days: number[]): string {
  if (days.length === 7) return "Every day";
  const isWeekdays = days.length === 5 && !days.includes(0) && !days.includes(6);
  if (isWeekdays) return "Monday to Friday";
  const names = week.filter(({ day }) => days.includes(day)).map(({ name }) => name);
  const last = names.pop() ?? "";
  return names.length === 0 ? `Every ${last}` : `${names.join(", ")} and ${last}`;
}

/** `Every Monday at 09:00`. */
export const scheduleLabel = (schedule: Schedule): string =>
  `${daysLabel(schedule.daysOfWeek)} at ${timeOf(schedule)}`;
