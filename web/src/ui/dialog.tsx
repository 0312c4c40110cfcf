// Dialogs: a small one in the middle of the page, and a sheet at its side.
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

/** Returns the focus to where it was. Radix does so only for dialogs opened by a trigger of its own; these are not. */
function useRestoredFocus() {
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

/** The first Escape closes a list that pops up from a field, the next one the sheet. */
function closePopupFirst(event: KeyboardEvent) {
  if (event.target instanceof HTMLElement && event.target.dataset.hasPopup) event.preventDefault();
}

/** A toast lies above the dialog: pressing it must not close the dialog. */
function ignoreToasts(event: Event) {
  if (event.target instanceof Element && event.target.closest("[data-toasts]")) event.preventDefault();
}

interface ModalProps {
  open: boolean;
  onClose(): void;
  children: ReactNode;
}

/** What a dialog and a sheet have in common: the shade behind them, and that Escape closes them. */
function Modal({ open, onClose, children }: ModalProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-shade backdrop-blur-[2px]" />
        {children}
      </Radix.Portal>
    </Radix.Root>
  );
}

export function Dialog({ open, onClose, title, description, children }: DialogProps) {
  const { remember, onCloseAutoFocus } = useRestoredFocus();
  return (
    <Modal open={open} onClose={onClose}>
      <Radix.Content
        {...(description ? {} : { "aria-describedby": undefined })}
        onOpenAutoFocus={remember}
        onCloseAutoFocus={onCloseAutoFocus}
        onInteractOutside={ignoreToasts}
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
          <CloseButton label="Close" className="-mt-1.5 -mr-2" />
        </div>
        {children}
      </Radix.Content>
    </Modal>
  );
}

interface SheetProps extends ModalProps {
  /** For screen readers. The sheet shows a heading of its own. */
  title: string;
}

/** A panel at the side of the page; on a phone it covers the page. */
export function Sheet({ open, onClose, title, children }: SheetProps) {
  const { remember, onCloseAutoFocus } = useRestoredFocus();
  return (
    <Modal open={open} onClose={onClose}>
      <Radix.Content
        aria-describedby={undefined}
        // Focus goes to the sheet itself, not to its first menu: a person opened it to read.
        onOpenAutoFocus={(event) => {
          remember();
          event.preventDefault();
          (event.currentTarget as HTMLElement).focus();
        }}
        onCloseAutoFocus={onCloseAutoFocus}
        onInteractOutside={ignoreToasts}
        onEscapeKeyDown={closePopupFirst}
        className="fixed inset-y-0 right-0 z-50 flex w-full animate-slide flex-col border-line bg-bg shadow-float focus:outline-none sm:w-[min(36rem,92vw)] sm:rounded-l-3xl sm:border-l"
      >
        <Radix.Title className="sr-only">{title}</Radix.Title>
        {children}
      </Radix.Content>
    </Modal>
  );
}

export function SheetHeader({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  return (
    <div className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-3 sm:px-5">
      {children}
      <CloseButton label={closeLabel} className="ml-auto" />
    </div>
  );
}

function CloseButton({ label, className }: { label: string; className: string }) {
  return (
    <Radix.Close asChild>
      <IconButton label={label} className={className}>
        <X className="size-5" />
      </IconButton>
    </Radix.Close>
  );
}
