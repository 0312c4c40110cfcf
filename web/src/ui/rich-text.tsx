// The little markdown that people and agents write: paragraphs, lists, code, emphasis, links and @names.
import type { ReactNode } from "react";

const INLINE =
  /(`[^`\n]+`)|(\*\*[^*\n]+\*\*)|(\[[^\]\n]+\]\(https?:\/\/[^\s)]+\))|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])|((?<![\w@])@[\w-]+)/g;

const linkClass =
  "text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent wrap-anywhere";

function inline(text: string, names: Set<string>): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, code, strong, link, url, mention] = match;
    parts.push(text.slice(from, match.index));
    from = match.index + all.length;
    const key = match.index;
    if (code)
      parts.push(
        <code key={key} className="rounded bg-well px-1 py-0.5 font-mono text-[0.9em] wrap-anywhere">
          {code.slice(1, -1)}
        </code>,
      );
    else if (strong) parts.push(<strong key={key}>{strong.slice(2, -2)}</strong>);
    else if (link || url) {
      const [, label, target] = link ? (/^\[([^\]]+)\]\(([^)]+)\)$/.exec(link) ?? []) : [];
      parts.push(
        <a key={key} href={target ?? url} target="_blank" rel="noopener noreferrer" className={linkClass}>
          {label ?? url}
        </a>,
      );
    } else if (mention && names.has(mention.slice(1).toLowerCase()))
      parts.push(
        <span key={key} className="rounded bg-tint px-1 font-medium text-accent">
          {mention}
        </span>,
      );
    else parts.push(all);
  }
  parts.push(text.slice(from));
  return parts;
}

function block(text: string, names: Set<string>, key: number): ReactNode {
  const lines = text.split("\n");
  const fence = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(text);
  if (fence)
    return (
      <pre key={key} className="overflow-x-auto rounded-xl bg-well p-3 font-mono text-[13px]">
        {fence[1]}
      </pre>
    );
  if (lines.every((line) => /^\s*[-*•] /.test(line)))
    return (
      <ul key={key} className="list-disc space-y-1 pl-5 marker:text-faint">
        {lines.map((line) => (
          <li key={line}>{inline(line.replace(/^\s*[-*•] /, ""), names)}</li>
        ))}
      </ul>
    );
  if (lines.every((line) => /^\s*\d+[.)] /.test(line)))
    return (
      <ol key={key} className="list-decimal space-y-1 pl-5 marker:text-faint">
        {lines.map((line) => (
          <li key={line}>{inline(line.replace(/^\s*\d+[.)] /, ""), names)}</li>
        ))}
      </ol>
    );
  const heading = /^#{1,4} (.+)$/.exec(text);
  if (heading)
    return (
      <p key={key} className="font-semibold">
        {inline(heading[1] ?? "", names)}
      </p>
    );
  return (
    <p key={key} className="whitespace-pre-line">
      {inline(text, names)}
    </p>
  );
}

/** Blocks: fenced code, lists, paragraphs. A list may follow a paragraph without an empty line. */
function blocksOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/(```[\s\S]*?```)/)
    .flatMap((part) =>
      part.startsWith("```")
        ? [part]
        : part
            .replace(/^(?!\s*(?:[-*•]|\d+[.)]) )(.+)\n(?=\s*(?:[-*•]|\d+[.)]) )/gm, "$1\n\n")
            .replace(/^(#{1,4} .+)\n/gm, "$1\n\n")
            .split(/\n{2,}/),
    )
    .map((part) => part.replace(/^\n+|\n+$/g, ""))
    .filter(Boolean);
}

/** `mentions`: lower-case names and ids that an @ may address. */
export function RichText({ text, mentions }: { text: string; mentions: Set<string> }) {
  return (
    <div className="grid gap-2 leading-relaxed wrap-anywhere">
      {blocksOf(text).map((part, at) => block(part, mentions, at))}
    </div>
  );
}
