// Mail: what a laptop keeps instead of sending it; deployed, where to look.
import { useQuery } from "@tanstack/react-query";
import { useRouteContext } from "@tanstack/react-router";
import { keys } from "../keys.ts";
import { LoadedList } from "../ui/loaded.tsx";
import { Head, Nothing, When } from "./parts.tsx";

interface Message {
  id: string;
  to: string;
  subject: string;
  text: string;
  sentAt: string;
}

export function MailPage() {
  const { config } = useRouteContext({ from: "__root__" });
  return config.outbox ? <Outbox at={config.outbox} /> : <Elsewhere />;
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
      <Head title="Mail" text="What the service would have sent. Nothing leaves this machine." />
      <div className="overflow-hidden rounded-2xl border border-line bg-card shadow-lift">
        <LoadedList
          query={messages}
          label="Loading mail"
          empty={<Nothing>No mail yet. Verification codes and invitations appear here.</Nothing>}
        >
          {({ id, to, subject, text, sentAt }) => (
            <li key={id}>
              <details>
                <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-5 py-3 text-sm hover:bg-well focus-visible:-outline-offset-2">
                  <span className="font-medium wrap-anywhere">{subject}</span>
                  <span className="text-soft wrap-anywhere">to {to}</span>
                  <When at={sentAt} className="ml-auto text-xs text-faint" />
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

function Elsewhere() {
  return (
    <>
      <Head title="Mail" />
      <div className="grid gap-2 rounded-2xl border border-line bg-card px-5 py-5 text-sm shadow-lift">
        <p>This service sends its mail by Amazon SES, and keeps none of it.</p>
        <p className="text-soft">
          In the AWS console, SES has what became of it: “Account dashboard” for sending limits and bounces,
          “Suppression list” for addresses that are not written to any more, and “Virtual Deliverability
          Manager” for single messages. Codes of sign-in are sent by the Cognito user pool.
        </p>
      </div>
    </>
  );
}
