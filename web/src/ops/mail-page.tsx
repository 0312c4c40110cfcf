// Mail: what a local installation keeps instead of sending it; for a deployed service, where to look.
import { useQuery } from "@tanstack/react-query";
import { useRouteContext } from "@tanstack/react-router";
import { keys } from "../keys.ts";
import { LoadedList } from "../ui/loaded.tsx";
import { EmptyText, PageHead, TimeAgo } from "./parts.tsx";

interface Message {
  id: string;
  to: string;
  subject: string;
  text: string;
  sentAt: string;
}

export function MailPage() {
  const { config } = useRouteContext({ from: "__root__" });
  return config.outbox ? <Outbox at={config.outbox} /> : <AwsMail />;
}

function Outbox({ at }: { at: string }) {
  const messages = useQuery({
    queryKey: keys.opsOf("mail"),
    staleTime: 0,
    async queryFn() {
      const response = await fetch(at, { signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`The outbox answered ${response.status}.`);
      return ((await response.json()) as { messages: Message[] }).messages;
    },
  });
  return (
    <>
      <PageHead title="Mail" text="What the service would have sent. Nothing leaves this machine." />
      <div className="overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        <LoadedList
          query={messages}
          label="Loading mail"
          empty={<EmptyText>No mail yet. Verification codes and invitations appear here.</EmptyText>}
        >
          {({ id, to, subject, text, sentAt }) => (
            <li key={id}>
              <details>
                <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-5 py-3 text-sm hover:bg-well focus-visible:-outline-offset-2">
                  <span className="font-medium wrap-anywhere">{subject}</span>
                  <span className="text-soft wrap-anywhere">to {to}</span>
                  <TimeAgo at={sentAt} className="ml-auto text-xs text-faint" />
                </summary>
                <p className="px-5 pb-4 text-sm whitespace-pre-line wrap-anywhere">{text.trim()}</p>
              </details>
            </li>
          )}
        </LoadedList>
      </div>
    </>
  );
}

function AwsMail() {
  return (
    <>
      <PageHead title="Mail" />
      <div className="grid gap-2 rounded-2xl border border-line bg-card px-5 py-5 text-sm shadow-lift">
        <p>This service sends its mail with Amazon SES and keeps no copies.</p>
        <p className="text-soft">
          In the AWS console, open SES: “Account dashboard” for sending limits and bounces, “Suppression list”
          for blocked addresses, and “Virtual Deliverability Manager” for single messages. The Cognito user
          pool sends the sign-in codes.
        </p>
      </div>
    </>
  );
}
