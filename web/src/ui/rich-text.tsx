// Markdown that people and agents wrote. The renderer is large, so it loads apart from the pages.
import { Component, lazy, type ReactNode, Suspense, useMemo } from "react";
import type { Agent } from "../queries.ts";

const load = async () => ({ default: (await import("./markdown.tsx")).Markdown });
const Markdown = lazy(load);

/** Loads the renderer before the first text is opened. */
export function preloadRichText(): void {
  // After a failure the texts are shown as they were written.
  load().catch(() => undefined);
}

/** The names and ids that an @ can address, in lower case, as the API matches them. */
export const mentionableNames = (agents: Agent[] | undefined): Set<string> =>
  new Set(agents?.flatMap(({ agentId, name }) => [agentId, name.toLowerCase()]));

/** Tables, quotes, nested lists and code; no raw HTML and no images. Mentions of `agents` stand out. */
export function RichText({ text, agents }: { text: string; agents: Agent[] | undefined }) {
  const mentions = useMemo(() => mentionableNames(agents), [agents]);
  const plain = <p className="whitespace-pre-line">{text}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 leading-relaxed wrap-anywhere">
      <Suspense fallback={plain}>
        <Fallback key={text} content={plain}>
          <Markdown text={text} mentions={mentions} />
        </Fallback>
      </Suspense>
    </div>
  );
}

interface FallbackProps {
  content: ReactNode;
  children: ReactNode;
}

/**
 * Shows `content` when the renderer cannot be loaded or fails: thousands of nested quotes overflow its stack, and one
 * such comment must not take the whole page down.
 */
class Fallback extends Component<FallbackProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.content : this.props.children;
  }
}
