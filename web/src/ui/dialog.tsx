// Dialogs: a small one in the middle, and a sheet at the side that fills a phone.
import clsx from "clsx";
import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { type ReactNode, useRef } from "react";
import { IconButton } from "./button.tsx";

interface DialogProps {
  open: boolean;
  onClose(): void;
  title: string;
  description?: string;
  children: ReactNode;
}

/** Goes back to where the person was: these dialogs are opened by addresses and state, not by a trigger of Radix. */
function useReturn() {
  const from = useRef<Element>(null);
  return {
    remember: () => {
      from.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      if (from.current instanceof HTMLElement) from.current.focus();
    },
  };
}

/** Escape closes what pops up from a field first. */
function keepForPopup(event: KeyboardEvent) {
  if (event.target instanceof HTMLElement && event.target.dataset.hasPopup) event.preventDefault();
}

/** A message lies above a dialog, not outside it. */
function keepForToasts(event: Event) {
  if (event.target instanceof Element && event.target.closest("[data-toasts]")) event.preventDefault();
}

export function Dialog({ open, onClose, title, description, children }: DialogProps) {
  const { remember, onCloseAutoFocus } = useReturn();
  return (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-shade backdrop-blur-[2px]" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onOpenAutoFocus={remember}
          onCloseAutoFocus={onCloseAutoFocus}
          onInteractOutside={keepForToasts}
          className={clsx(
            "fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] animate-rise overflow-y-auto rounded-t-3xl border border-line bg-card p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-float focus:outline-none",
            "sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(33rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-3xl sm:p-7",
          )}
        >
          <div className="flex items-start justify-between gap-4">
            <div>
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-sm text-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" className="-mt-1.5 -mr-2">
                <X className="size-5" />
              </IconButton>
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface SheetProps {
  open: boolean;
  onClose(): void;
  /** For screen readers; the sheet shows a heading of its own. */
  title: string;
  children: ReactNode;
}

export function Sheet({ open, onClose, title, children }: SheetProps) {
  const { remember, onCloseAutoFocus } = useReturn();
  return (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-shade backdrop-blur-[2px]" />
        <Radix.Content
          aria-describedby={undefined}
          // The sheet itself, not the first menu in it: a person came to read.
          onOpenAutoFocus={(event) => {
            remember();
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          onCloseAutoFocus={onCloseAutoFocus}
          onInteractOutside={keepForToasts}
          onEscapeKeyDown={keepForPopup}
          className="fixed inset-y-0 right-0 z-50 flex w-full animate-slide flex-col border-line bg-bg shadow-float focus:outline-none sm:w-[min(36rem,92vw)] sm:rounded-l-3xl sm:border-l"
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const SheetClose = Radix.Close;
