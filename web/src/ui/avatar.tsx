// Avatars: an agent's emoji, a person's initials, or the mark of the service.
import clsx from "clsx";
import type { Agent, Author } from "../queries.ts";

const sizes = { small: "size-6 text-[13px]", normal: "size-8 text-[17px]", large: "size-10 text-xl" };

interface AvatarProps {
  size?: keyof typeof sizes;
  className?: string;
}

/** An agent's emoji. Decorative: the agent's name is given by what stands around it. */
export function AgentAvatar({ emoji, size = "normal", className }: AvatarProps & { emoji: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid shrink-0 place-items-center rounded-full bg-tint leading-none",
        sizes[size],
        className,
      )}
    >
      {emoji}
    </span>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map(([first]) => first?.toUpperCase())
    .join("") || "?";

export function PersonAvatar({ name, size = "normal", className }: AvatarProps & { name: string }) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid shrink-0 place-items-center rounded-full bg-ink font-semibold text-bg",
        sizes[size],
        className,
      )}
    >
      <span className="text-[0.68em] tracking-wide">{initials(name)}</span>
    </span>
  );
}

/** The avatar of an author. */
export function Avatar({ by, agents, ...rest }: AvatarProps & { by: Author; agents: Agent[] | undefined }) {
  if (by.type === "user") return <PersonAvatar name={by.name} {...rest} />;
  const agent = by.type === "agent" ? agents?.find(({ agentId }) => agentId === by.id) : undefined;
  return <AgentAvatar emoji={agent?.emoji ?? (by.type === "agent" ? "🤖" : "🦞")} {...rest} />;
}

/** The avatars of several agents, overlapping. */
export function AvatarStack({ ids, agents }: { ids: string[]; agents: Agent[] | undefined }) {
  if (ids.length === 0) return null;
  const found = ids.map((id) => agents?.find(({ agentId }) => agentId === id) ?? { name: id, emoji: "🤖" });
  const names = found.map(({ name }) => name).join(", ");
  return (
    <span role="img" aria-label={`Assigned to ${names}`} title={names} className="flex -space-x-1">
      {found.slice(0, 4).map(({ name, emoji }) => (
        <AgentAvatar key={name} emoji={emoji} size="small" className="ring-2 ring-card" />
      ))}
    </span>
  );
}
