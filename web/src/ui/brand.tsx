// The logo: the mark, and the mark with the name.
import clsx from "clsx";

export function Mark({ className = "size-8 text-lg" }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid shrink-0 place-items-center rounded-[30%] bg-linear-160 from-[#fff3ee] to-[#ffcdbd] leading-none shadow-[inset_0_0_0_1px_rgb(240_86_61/0.22)]",
        className,
      )}
    >
      🦞
    </span>
  );
}

export function Brand() {
  return (
    <span className="inline-flex items-center gap-2.5 text-[17px] font-semibold tracking-tight">
      <Mark />
      Clawe
    </span>
  );
}
