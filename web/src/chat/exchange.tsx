// One message to an agent and its answer: waiting, arriving, or complete.
import { skipToken, useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { CircleAlert, RotateCw, Square, Sunrise } from "lucide-react";
import { useRef } from "react";
import { keys } from "../keys.ts";
import type { Agent, Chat } from "../queries.ts";
import { fullTime } from "../time.ts";
import { AgentAvatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { RichText } from "../ui/rich-text.tsx";
import { toastError } from "../ui/toast.tsx";
import { useHasRole } from "../use-role.ts";
import type { AnswerStream } from "./answer-stream.ts";
import { useAbortAnswer, useSendMessage } from "./mutations.ts";

interface Props {
  tenantId: string;
  chat: Chat;
  agents: Agent[] | undefined;
  /** What an open message waits for: the message before it, the squad to wake up, or the agent's answer. */
  waitsFor: "turn" | "squad" | "agent";
}

export function Exchange({ tenantId, chat, agents, waitsFor }: Props) {
  const { agentId, chatId, by, text, status, answer, error, createdAt } = chat;
  const { data: stream } = useQuery<AnswerStream>({
    queryKey: keys.answerStream(tenantId, chatId),
    queryFn: skipToken,
  });
  const canWrite = useHasRole(tenantId, "member");
  const agent = agents?.find((each) => each.agentId === agentId);
  const isOpen = status === "queued" || status === "answering";
  const answerText = isOpen ? stream?.text : answer;
  return (
    <li data-testid="chat" data-status={status} aria-busy={isOpen} className="grid gap-3">
      <div className="ml-auto grid max-w-[85%] justify-items-end gap-1">
        <div className="rounded-2xl rounded-br-md bg-tint px-3.5 py-2 text-[15px] wrap-anywhere">
          <RichText text={text} agents={agents} />
        </div>
        <p className="px-1 text-xs text-faint">
          {by.name},{" "}
          <time dateTime={createdAt} title={fullTime(createdAt)}>
            {clock(createdAt)}
          </time>
        </p>
      </div>
      <div className="flex gap-3">
        <AgentAvatar emoji={agent?.emoji ?? "🤖"} className={clsx(isOpen && "animate-breathe")} />
        <div className="grid min-w-0 flex-1 content-start justify-items-start gap-2 pt-1 text-[15px]">
          {answerText && (
            <div data-testid="answer" className="w-full">
              {isOpen && stream?.isPartial && <span className="text-faint">… </span>}
              <RichText text={answerText} agents={agents} />
            </div>
          )}
          {isOpen && (
            <Waiting
              {...{ tenantId, chat, waitsFor, canWrite }}
              name={agent?.name ?? "The agent"}
              hasBegun={!!answerText}
            />
          )}
          {status === "done" && !answerText && <p className="text-soft italic">Done, without a message.</p>}
          {status === "aborted" && <p className="text-[13px] text-soft">Stopped.</p>}
          {status === "failed" && <Failed {...{ tenantId, chat, canWrite }} error={error} />}
        </div>
      </div>
    </li>
  );
}

const clock = (at: string) =>
  new Date(at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });

interface WaitingProps extends Pick<Props, "tenantId" | "chat" | "waitsFor"> {
  name: string;
  canWrite: boolean;
  hasBegun: boolean;
}

function Waiting({ tenantId, chat: { agentId, chatId }, waitsFor, name, canWrite, hasBegun }: WaitingProps) {
  const abort = useAbortAnswer({ tenantId, agentId });
  const label = {
    turn: "Waiting for its turn.",
    squad: "Waking the squad…",
    agent: hasBegun ? `${name} is writing…` : `${name} is thinking…`,
  }[waitsFor];
  return (
    <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
      <p role="status" className="flex items-center gap-2">
        {waitsFor === "squad" && <Sunrise className="size-4" aria-hidden />}
        {label}
      </p>
      {canWrite && (
        <Button
          kind="quiet"
          onClick={() => abort.mutate(chatId)}
          // The button stays busy until the writer of the answer has seen the request.
          busy={abort.isPending || abort.isSuccess}
          className="ml-auto"
        >
          {abort.isIdle && <Square className="size-3.5 fill-current" aria-hidden />}
          {waitsFor === "agent" ? "Stop" : "Withdraw"}
        </Button>
      )}
    </div>
  );
}

interface FailedProps extends Pick<Props, "tenantId" | "chat"> {
  error: string | undefined;
  canWrite: boolean;
}

function Failed({ tenantId, chat: { agentId, text }, error, canWrite }: FailedProps) {
  const retry = useSendMessage({ tenantId, agentId });
  const key = useRef(crypto.randomUUID());
  return (
    <div className="w-full rounded-xl bg-bad-tint px-3.5 py-2.5 text-sm text-bad">
      <p className="flex items-start gap-2 wrap-anywhere">
        <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
        {error}
      </p>
      {canWrite && !retry.isSuccess && (
        <Button
          onClick={() => retry.mutate({ text, key: key.current }, { onError: toastError })}
          busy={retry.isPending}
          className="mt-2"
        >
          {!retry.isPending && <RotateCw className="size-4" aria-hidden />}
          Send again
        </Button>
      )}
    </div>
  );
}
