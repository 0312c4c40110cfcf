// Mail: SES.
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Mail } from "../types/mail.ts";
import { quick } from "./client.ts";
import { once, setting } from "./settings.ts";

const client = once(() => new SESv2Client(quick));

export const mail: Mail = {
  async send({ to, subject, text, idempotencyKey }) {
    await client().send(
      new SendEmailCommand({
        FromEmailAddress: setting("CLAWE_MAIL_FROM"),
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
        // SES does not deduplicate: the tag makes a duplicate recognisable in its events.
        EmailTags: [
          { Name: "idempotency-key", Value: idempotencyKey.replaceAll(/[^\w-]/g, "_").slice(0, 256) },
        ],
      }),
    );
  },
};
