// Serves the sign-in pages: ties each request to the browser's own sign-in, and hands the result to the provider.
import type { IncomingMessage, ServerResponse } from "node:http";
import { errors, type Interaction, type Provider } from "oidc-provider";
import { BodyTooLargeError, readBody } from "../http.ts";
import { sendPage } from "../page.ts";
import type { Codes } from "./codes.ts";
import * as pages from "./pages.ts";
import { textParameter } from "./parameters.ts";
import type { At, Step } from "./step.ts";
import { createSteps } from "./steps.ts";
import type { Users } from "./users.ts";

const MAX_FORM_BYTES = 16 * 1024;

export interface InteractionsOptions {
  issuer: string;
  webOrigin: string;
  provider: Provider;
  users: Users;
  codes: Codes;
  demoUser?: { email: string; name: string };
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** Handles `<issuer>/interaction/<uid>/…`; `path` is what follows the issuer, without the query. */
export function createInteractions(
  options: InteractionsOptions,
): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const { issuer, webOrigin, provider } = options;
  const { origin } = new URL(issuer);
  const steps = createSteps(options);

  return async (request, response, path) => {
    const exchange = { request, response };
    const show = (status: number, title: string, text: string) =>
      sendPage(response, status, pages.messagePage({ title, text, webOrigin }));
    const showExpired = () => show(400, "This sign-in has expired", "Please start again.");

    const [, uid = "", name = ""] = /^\/interaction\/([\w-]+)(\/[\w-]+)?$/.exec(path) ?? [];
    const step = steps.get(`${request.method} ${name}`);
    if (!step) return show(404, "Page not found", "This page does not exist.");
    if (request.method === "POST" && isForged(request, origin))
      return show(403, "Request refused", "The form came from another site. Open Clawe and sign in there.");
    const interaction = await findInteraction(provider, exchange, uid);
    if (!interaction) return showExpired();
    if (interaction.prompt.name === "consent") return complete(provider, exchange, { consent: {} });
    try {
      await answer(provider, exchange, placeOf(request, interaction, options), step);
    } catch (error) {
      // Setting a new password ends every session, even one that this browser had apart from the sign-in.
      if (error instanceof errors.SessionNotFound) showExpired();
      else if (error instanceof BodyTooLargeError)
        show(413, "The form is too large", "Please shorten what you entered and try again.");
      else throw error;
    }
  };
}

/** Whether another site's page has sent the form. Programs send neither header; they must have the cookie. */
function isForged(request: IncomingMessage, origin: string): boolean {
  const site = request.headers["sec-fetch-site"];
  const { origin: from } = request.headers;
  return (from !== undefined && from !== origin) || (site !== undefined && site !== "same-origin");
}

/**
 * Whether the browser may continue as the demo user without a page: when the hint asks for it and our own page or a
 * program sent the request. Another site must not sign anybody in, neither by a link nor under its own name for this
 * machine. `prompt=login` always gets the page.
 */
function skipsToDemo(request: IncomingMessage, { params }: Interaction, { origin, host }: URL): boolean {
  return (
    params.screen_hint === "demo" &&
    params.prompt === undefined &&
    request.headers.host === host &&
    !isForged(request, origin)
  );
}

/** The sign-in of the browser's signed cookie; undefined when it is over, or is not the one in the path. */
async function findInteraction(
  provider: Provider,
  { request, response }: Exchange,
  uid: string,
): Promise<Interaction | undefined> {
  try {
    const interaction = await provider.interactionDetails(request, response);
    return interaction.uid === uid ? interaction : undefined;
  } catch (error) {
    if (error instanceof errors.SessionNotFound) return undefined;
    throw error;
  }
}

function placeOf(
  request: IncomingMessage,
  interaction: Interaction,
  { issuer, webOrigin }: InteractionsOptions,
): At {
  const { uid, params } = interaction;
  // Browsers apply form-action to the redirects that follow a form, so the client's own origin belongs in it.
  const client = new URL(textParameter(params, "redirect_uri") ?? webOrigin).origin;
  const path = `${new URL(issuer).pathname}/interaction/${uid}`;
  return {
    uid,
    frame: { path, formAction: [...new Set([webOrigin, client])] },
    hint: textParameter(params, "login_hint") ?? "",
    signUpFirst: params.screen_hint === "signup",
    demoFirst: skipsToDemo(request, interaction, new URL(issuer)),
  };
}

async function answer(provider: Provider, exchange: Exchange, at: At, step: Step): Promise<void> {
  const { request, response } = exchange;
  const body = request.method === "POST" ? (await readBody(request, MAX_FORM_BYTES)).toString() : "";
  const outcome = await step(at, Object.fromEntries(new URLSearchParams(body)));
  if ("page" in outcome) sendPage(response, outcome.status ?? 200, outcome.page);
  else if ("goTo" in outcome) redirect(response, at.frame.path + outcome.goTo);
  else await complete(provider, exchange, { login: { accountId: outcome.signedIn.sub, amr: ["pwd"] } });
}

/** Gives the result to the provider, and sends the browser on. */
async function complete(
  provider: Provider,
  { request, response }: Exchange,
  result: Parameters<Provider["interactionResult"]>[2],
): Promise<void> {
  redirect(response, await provider.interactionResult(request, response, result));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, "cache-control": "no-store", "content-length": "0" });
  response.end();
}
