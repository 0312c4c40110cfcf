// Menus that open from a button.
import clsx from "clsx";
import { Check } from "lucide-react";
import * as Radix from "radix-ui/dropdown-menu";
import type { ComponentProps, ReactNode } from "react";

interface MenuProps {
  trigger: ReactNode;
  label: string;
  align?: "start" | "center" | "end";
  children: ReactNode;
}

export function Menu({ trigger, label, align = "end", children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={10}
          // Events in a menu on a card must not open the card or pick it up.
          onClick={(event) => event.stopPropagation()}
          onKeyDown={(event) => event.stopPropagation()}
          className="z-60 max-h-[min(24rem,80dvh)] min-w-48 animate-rise overflow-y-auto rounded-2xl border border-line bg-card p-1.5 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemClass =
  "flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none select-none data-disabled:opacity-50 data-highlighted:bg-well";

export function MenuItem({
  checked,
  className,
  children,
  ...rest
}: ComponentProps<typeof Radix.Item> & { checked?: boolean }) {
  return (
    <Radix.Item {...rest} className={clsx(itemClass, className)}>
      {children}
      {checked !== undefined && (
        <Check className={clsx("ml-auto size-4 text-accent", !checked && "invisible")} aria-hidden />
      )}
    </Radix.Item>
  );
}

/** An item that is on or off. The menu stays open, so that several can be changed. */
export function MenuCheckItem({ checked, children, ...rest }: ComponentProps<typeof Radix.CheckboxItem>) {
  return (
    <Radix.CheckboxItem
      {...rest}
      checked={checked}
      onSelect={(event) => event.preventDefault()}
      className={itemClass}
    >
      {children}
      <Check className={clsx("ml-auto size-4 text-accent", !checked && "invisible")} aria-hidden />
    </Radix.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-faint">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="mx-1 my-1.5 h-px bg-line" />;
}
