// The first letter of a label.

/** `medium` becomes `Medium`. */
export const capitalize = (text: string): string => text.replace(/^./u, (first) => first.toUpperCase());
