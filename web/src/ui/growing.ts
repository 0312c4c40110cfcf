// A text box that grows with what is written in it, up to some lines.
import { type RefObject, useLayoutEffect } from "react";

const MAX_HEIGHT_PX = 200;

export function useGrowing(box: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${Math.min(element.scrollHeight, MAX_HEIGHT_PX)}px`;
  }, [box, text]);
}
