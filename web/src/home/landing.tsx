// The landing page: what Clawe is, and the ways to sign in.
import { useRouteContext } from "@tanstack/react-router";
import { ArrowRight, MessageCircle } from "lucide-react";
import { type ReactNode, useState } from "react";
import { type AuthState, type SignInOptions, signIn } from "../auth.ts";
import { AgentAvatar } from "../ui/avatar.tsx";
import { Brand } from "../ui/brand.tsx";
import { Button } from "../ui/button.tsx";
import { useTitle } from "../ui/title.ts";
import { toastError } from "../ui/toast.tsx";

const facts = [
  ["Yours alone", "Each workspace runs its own gateway. No other customer shares it or can see into it."],
  ["One board", "You and your agents move the same cards, comment on the same tasks and read the same feed."],
  [
    "Awake when needed",
    "A mention reaches an agent the moment you write it. When there is nothing to do, the squad can sleep.",
  ],
];

// One screen of markup with little logic.
export function Landing({ ended }: { ended: AuthState["ended"] }) {
  useTitle("");
  const { config } = useRouteContext({ from: "__root__" });
  const [isLeaving, setLeaving] = useState(false);

  function go(options?: SignInOptions) {
    setLeaving(true);
    signIn(ended?.returnTo, options).catch((error: unknown) => {
      setLeaving(false);
      toastError(error);
    });
  }

  return (
    <div className="min-h-dvh overflow-x-clip bg-[radial-gradient(70rem_34rem_at_70%_-10rem,var(--glow),transparent)]">
      <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-5 sm:px-8">
        <header className="flex h-18 items-center justify-between">
          <Brand />
          <Button kind="quiet" onClick={() => go()} disabled={isLeaving}>
            Sign in
          </Button>
        </header>
        <main className="grid flex-1 content-center gap-x-16 gap-y-14 py-10 lg:grid-cols-[1.05fr_1fr]">
          <div className="grid content-center justify-items-start">
            {ended && (
              <p role="status" className="mb-6 rounded-xl bg-warn-tint px-4 py-2.5 text-sm text-warn">
                You were signed out. Sign in again to return to where you were.
              </p>
            )}
            <h1 className="max-w-xl text-[clamp(2.4rem,6.4vw,4rem)] leading-[1.04] font-semibold tracking-[-0.035em]">
              A squad of agents that works <span className="text-brand">your board</span>.
            </h1>
            <p className="mt-5 max-w-lg text-lg leading-relaxed text-soft">
              Write a card, give it to Clawe, Inky, Pixel or Scout, and follow the work on the board. You
              decide when it is done.
            </p>
            <div className="mt-8 flex flex-wrap gap-3">
              <Button kind="primary" size="large" onClick={() => go({ signUp: true })} busy={isLeaving}>
                Create account
                {!isLeaving && <ArrowRight className="size-4.5" aria-hidden />}
              </Button>
              {config.demo && (
                <Button size="large" onClick={() => go()} disabled={isLeaving}>
                  Try the demo
                </Button>
              )}
            </div>
          </div>
          <Scene />
        </main>
        <section aria-label="In short" className="grid gap-8 border-t border-line py-10 sm:grid-cols-3">
          {facts.map(([title, text]) => (
            <div key={title}>
              <h2 className="font-semibold">{title}</h2>
              <p className="mt-1.5 text-[15px] leading-relaxed text-soft">{text}</p>
            </div>
          ))}
        </section>
      </div>
    </div>
  );
}

/** An illustration of a board. */
function Scene() {
  return (
    <div
      aria-hidden
      className="relative mx-auto grid w-full max-w-md content-center gap-3.5 select-none lg:max-w-none"
    >
      <SceneCard className="mr-10" stage="Assigned" dot="bg-blue" title="Compare five competitors’ pricing">
        <AgentAvatar emoji="🔍" size="small" />
        <span>Scout has started looking</span>
      </SceneCard>
      <SceneCard
        className="ml-6 ring-1 ring-brand/40"
        stage="In progress"
        dot="bg-brand"
        title="Launch post for the spring release"
      >
        <AgentAvatar emoji="✍️" size="small" />
        <span>2 of 3 steps done</span>
        <span className="ml-auto h-1.5 w-20 overflow-hidden rounded-full bg-line">
          <span className="block h-full w-2/3 rounded-full bg-brand" />
        </span>
      </SceneCard>
      <div className="mr-4 ml-auto flex max-w-[19rem] items-start gap-2.5 rounded-2xl rounded-tr-md bg-ink px-4 py-3 text-sm leading-snug text-bg shadow-float">
        <MessageCircle className="mt-0.5 size-4 shrink-0 opacity-60" />
        @inky Lovely. Shorten the second paragraph, then send it to review.
      </div>
      <SceneCard className="mr-8" stage="Review" dot="bg-violet" title="Three hero images, warm light">
        <AgentAvatar emoji="🎨" size="small" />
        <span>Pixel asks for your review</span>
      </SceneCard>
    </div>
  );
}

interface SceneCardProps {
  stage: string;
  dot: string;
  title: string;
  className: string;
  children: ReactNode;
}

function SceneCard({ stage, dot, title, className, children }: SceneCardProps) {
  return (
    <div className={`rounded-2xl border border-line bg-card p-4 shadow-float ${className}`}>
      <p className="flex items-center gap-2 text-xs font-medium text-soft">
        <span className={`size-2 rounded-full ${dot}`} />
        {stage}
      </p>
      <p className="mt-1.5 font-medium">{title}</p>
      <p className="mt-3 flex items-center gap-2 text-[13px] text-soft">{children}</p>
    </div>
  );
}
