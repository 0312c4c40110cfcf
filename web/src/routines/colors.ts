// The colours that tell routines apart.

export const colors = ["slate", "rose", "amber", "emerald", "sky", "violet"] as const;
export type Color = (typeof colors)[number];

const dots: Record<Color, string> = {
  slate: "bg-slate-500",
  rose: "bg-rose-500",
  amber: "bg-amber-500",
  emerald: "bg-emerald-500",
  sky: "bg-sky-500",
  violet: "bg-violet-500",
};

/** A known colour. One that this version does not know becomes slate. */
export const colorOf = (color: string): Color => colors.find((each) => each === color) ?? "slate";

export const dotClass = (color: string): string => dots[colorOf(color)];
