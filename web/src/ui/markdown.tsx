// Renders Markdown that people and agents wrote. Loaded on demand: see rich-text.tsx.
import clsx from "clsx";
import { findAndReplace } from "mdast-util-find-and-replace";
import { type ComponentProps, createContext, memo, useContext, useMemo } from "react";
import Renderer, { type Components, type Options } from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";

type Root = Parameters<typeof findAndReplace>[0];

/** An @ with a name behind it, but not the one in an e-mail address. */
const MENTION = /(?<![\w@])@([\w-]+)/g;

/** Makes the names in `mentions` (lower case) stand out, except in code and in links. */
const highlightMentions = (mentions: ReadonlySet<string>) => () => (tree: Root) =>
  findAndReplace(
    tree,
    [
      MENTION,
      (mention: string, name: string) =>
        mentions.has(name.toLowerCase()) && {
          type: "emphasis",
          data: { hName: "mark" },
          children: [{ type: "text", value: mention }],
        },
    ],
    { ignore: ["link", "linkReference"] },
  );

const linkClass =
  "text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent wrap-anywhere";

/** Other schemes can run code or open other programs, and relative addresses would lead into this app. */
const safeUrl: Options["urlTransform"] = (url) => (/^(https?|mailto):/i.test(url) ? url : undefined);

const IsInLink = createContext(false);

function Anchor({ href, title, children }: ComponentProps<"a">) {
  if (!href) return children;
  return (
    <a
      href={href}
      title={title}
      target={href.startsWith("mailto:") ? undefined : "_blank"}
      rel="noopener noreferrer nofollow"
      className={linkClass}
    >
      <IsInLink value={true}>{children}</IsInLink>
    </a>
  );
}

/** A link in place of the image: loading it would tell a stranger who reads the text, and when. */
function ImageLink({ src, alt }: ComponentProps<"img">) {
  const label = alt || "Image";
  const isInLink = useContext(IsInLink);
  return isInLink || typeof src !== "string" ? label : <Anchor href={src}>{label}</Anchor>;
}

/** Words stay whole: the table scrolls instead. */
const cellClass = "border-b border-line px-3 py-1.5 text-left align-top wrap-normal";

/** Headings begin below those of the page around the text. `node` must not reach the DOM. */
const components: Components = {
  a: ({ node: _node, ...props }) => <Anchor {...props} />,
  img: ({ node: _node, ...props }) => <ImageLink {...props} />,
  h1: ({ children }) => <h4 className="text-[1.1em] font-semibold">{children}</h4>,
  h2: ({ children }) => <h4 className="text-[1.1em] font-semibold">{children}</h4>,
  h3: ({ children }) => <h5 className="font-semibold">{children}</h5>,
  h4: ({ children }) => <h6 className="font-semibold">{children}</h6>,
  h5: ({ children }) => <h6 className="font-semibold">{children}</h6>,
  h6: ({ children }) => <h6 className="font-semibold">{children}</h6>,
  mark: ({ children }) => <mark className="rounded bg-tint px-1 font-medium text-accent">{children}</mark>,
  ul: ({ className, children }) => (
    <ul
      className={clsx(
        "grid gap-1 marker:text-faint",
        className?.includes("contains-task-list") ? "list-none" : "list-disc pl-5",
      )}
    >
      {children}
    </ul>
  ),
  ol: ({ start, children }) => (
    <ol start={start} className="grid list-decimal gap-1 pl-5 marker:text-faint">
      {children}
    </ol>
  ),
  li: ({ children }) => <li className="space-y-1">{children}</li>,
  input: ({ checked }) => (
    <input type="checkbox" checked={checked} disabled className="mr-1.5 align-[-0.1em] accent-(--accent)" />
  ),
  blockquote: ({ children }) => (
    <blockquote className="grid gap-2 border-l-2 border-strong-line pl-3 text-soft">{children}</blockquote>
  ),
  pre: ({ children }) => (
    <pre className="overflow-x-auto rounded-xl bg-well p-3 font-mono text-[13px] scroll-thin *:bg-transparent *:p-0">
      {children}
    </pre>
  ),
  code: ({ children }) => (
    <code className="rounded bg-well px-1 py-0.5 font-mono text-[0.9em]">{children}</code>
  ),
  table: ({ children }) => (
    <div className="overflow-x-auto rounded-xl border border-line scroll-thin">
      <table className="w-full border-collapse text-[0.93em] [&_tr:last-child>td]:border-b-0">
        {children}
      </table>
    </div>
  ),
  th: ({ style, children }) => (
    <th style={style} className={clsx(cellClass, "bg-well font-semibold")}>
      {children}
    </th>
  ),
  td: ({ style, children }) => (
    <td style={style} className={cellClass}>
      {children}
    </td>
  ),
  hr: () => <hr className="border-line" />,
};

interface Props {
  text: string;
  mentions: ReadonlySet<string>;
}

/** Raw HTML in `text` is shown as text. */
export const Markdown = memo(function Markdown({ text, mentions }: Props) {
  const plugins = useMemo(() => [remarkGfm, remarkBreaks, highlightMentions(mentions)], [mentions]);
  return (
    <Renderer remarkPlugins={plugins} urlTransform={safeUrl} components={components}>
      {text}
    </Renderer>
  );
});
