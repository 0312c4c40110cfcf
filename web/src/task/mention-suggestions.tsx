// The agents that are suggested while a mention is typed in a text box.
import clsx from "clsx";
import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { Agent } from "../queries.ts";
import { AgentAvatar } from "../ui/avatar.tsx";
import { matchingAgents, mentionAt, mentionHandle, type OpenMention } from "./mention.ts";

interface Mentioning {
  /** Handles a key that was pressed in the box. */
  onKeyDown(event: KeyboardEvent): void;
  /** Has to be called after the text or the caret has changed. */
  update(box: HTMLTextAreaElement): void;
  close(): void;
  /** Attributes of the box that connect it with the list. */
  attributes: ComponentProps<"textarea"> & { "data-has-popup"?: true };
  /** The list, while there is something to suggest. */
  list: ReactNode;
}

interface Options {
  box: RefObject<HTMLTextAreaElement | null>;
  agents: Agent[];
  text: string;
  setText(text: string): void;
}

// The open mention, the chosen suggestion and the keys that move it are one state machine.
export function useMentionSuggestions({ box, agents, text, setText }: Options): Mentioning {
  const listId = useId();
  const [mention, setMention] = useState<OpenMention>();
  const [chosen, setChosen] = useState(0);
  const suggestions = mention ? matchingAgents(agents, mention.typed) : [];
  const isOpen = suggestions.length > 0;

  function accept(agent: Agent) {
    const element = box.current;
    if (!mention || !element) return;
    const before = `${text.slice(0, mention.from)}@${mentionHandle(agent)} `;
    const after = text.slice(mention.from + 1 + mention.typed.length).replace(/^ /, "");
    // Synchronously: the next key may already be on its way, and the caret must be in place before it.
    flushSync(() => {
      setText(before + after);
      setMention(undefined);
    });
    element.focus();
    element.setSelectionRange(before.length, before.length);
  }

  function onKeyDown(event: KeyboardEvent) {
    const agent = suggestions[chosen];
    if (!agent || event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setChosen((chosen + step + suggestions.length) % suggestions.length);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      accept(agent);
    } else if (event.key === "Escape") setMention(undefined);
  }

  return {
    onKeyDown,
    update(element) {
      setMention(mentionAt(element.value, element.selectionStart));
      setChosen(0);
    },
    close: () => setMention(undefined),
    attributes: {
      "data-has-popup": isOpen || undefined,
      "aria-autocomplete": "list",
      "aria-controls": isOpen ? listId : undefined,
      "aria-activedescendant": isOpen ? `${listId}-${suggestions[chosen]?.agentId}` : undefined,
    },
    list: isOpen && (
      <Suggestions id={listId} agents={suggestions} chosen={chosen} onChoose={setChosen} onAccept={accept} />
    ),
  };
}

interface SuggestionsProps {
  /** The list's id. Each option's id begins with it. */
  id: string;
  agents: Agent[];
  chosen: number;
  onChoose(at: number): void;
  onAccept(agent: Agent): void;
}

function Suggestions({ id, agents, chosen, onChoose, onAccept }: SuggestionsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Agents to mention"
      className="absolute bottom-full left-3 mb-1 min-w-56 animate-rise rounded-2xl border border-line bg-card p-1.5 shadow-float sm:left-5"
    >
      {agents.map((agent, at) => (
        <div
          key={agent.agentId}
          id={`${id}-${agent.agentId}`}
          role="option"
          aria-selected={at === chosen}
          tabIndex={-1}
          // A click would take the focus from the box first.
          onMouseDown={(event) => {
            event.preventDefault();
            onAccept(agent);
          }}
          onMouseEnter={() => onChoose(at)}
          className={clsx(
            "flex cursor-pointer items-center gap-2.5 rounded-lg px-2 py-1.5 text-sm",
            at === chosen && "bg-well",
          )}
        >
          <AgentAvatar emoji={agent.emoji} size="small" />
          <span className="font-medium">{agent.name}</span>
          <span className="ml-auto text-[13px] text-soft">{agent.role}</span>
        </div>
      ))}
    </div>
  );
}
