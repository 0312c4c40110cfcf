// Serves the sign-in pages: binds each request to the browser's own sign-in, and hands the result to the provider.
import type { IncomingMessage, ServerResponse } from "node:http";
import { errors, type Interaction, type Provider } from "oidc-provider";
import { BodyTooLargeError, readBody } from "../http.ts";
import { sendPage } from "../page.ts";
import type { Codes } from "./codes.ts";
import * as pages from "./pages.ts";
import { textParameter } from "./parameters.ts";
import { type At, createSteps, type Step } from "./steps.ts";
import type { Users } from "./users.ts";

const MAX_FORM = 16 * 1024;

/** A form that another site's page sent. Programs, which send neither header, hold the cookie themselves. */
function isForged(request: IncomingMessage, origin: string): boolean {
  const site = request.headers["sec-fetch-site"];
  const { origin: from } = request.headers;
  return (from !== undefined && from !== origin) || (site !== undefined && site !== "same-origin");
}

/**
 * Whether the browser may go on as the demo user without a page: asked for by the hint, and sent by our own page or by
 * a program. Another site must not sign anybody in, neither by a link nor under a name of its own for this machine;
 * and who asked to be asked (`prompt=login`) is asked.
 */
function isDemoAsked(request: IncomingMessage, { params }: Interaction, { origin, host }: URL): boolean {
  return (
    params.screen_hint === "demo" &&
    params.prompt === undefined &&
    request.headers.host === host &&
    !isForged(request, origin)
  );
}

/** Handles `<issuer>/interaction/<uid>/…`; `path` is what follows the issuer, without the query. */
export function createInteractions(input: {
  issuer: string;
  webOrigin: string;
  provider: Provider;
  users: Users;
  codes: Codes;
  demoUser?: { email: string; name: string };
}): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const { issuer, webOrigin, provider } = input;
  const { origin, pathname } = new URL(issuer);
  const steps = createSteps(input);

  function say(response: ServerResponse, status: number, title: string, message: string): void {
    sendPage(response, status, pages.messagePage({ title, text: message, webOrigin }));
  }

  function sayExpired(response: ServerResponse): void {
    say(response, 400, "This sign-in has expired", "Please start again.");
  }

  function redirect(response: ServerResponse, location: string): void {
    response.writeHead(303, { location, "cache-control": "no-store", "content-length": "0" });
    response.end();
  }

  /** The sign-in that the browser's signed cookie speaks of; undefined when it is over, or not that of the path. */
  async function find(request: IncomingMessage, response: ServerResponse, uid: string) {
    try {
      const interaction = await provider.interactionDetails(request, response);
      return interaction.uid === uid ? interaction : undefined;
    } catch (error) {
      if (error instanceof errors.SessionNotFound) return undefined;
      throw error;
    }
  }

  function placeOf(request: IncomingMessage, interaction: Interaction): At {
    const { uid, params } = interaction;
    // Browsers apply form-action to the redirects that follow a form, so the client's own origin belongs in it.
    const client = new URL(textParameter(params, "redirect_uri") ?? webOrigin).origin;
    const frame = { path: `${pathname}/interaction/${uid}`, formAction: [...new Set([webOrigin, client])] };
    return {
      uid,
      frame,
      hint: textParameter(params, "login_hint") ?? "",
      signUpFirst: params.screen_hint === "signup",
      demoFirst: isDemoAsked(request, interaction, new URL(issuer)),
    };
  }

  async function answer(request: IncomingMessage, response: ServerResponse, at: At, step: Step) {
    const body = request.method === "POST" ? (await readBody(request, MAX_FORM)).toString() : "";
    const outcome = await step(at, Object.fromEntries(new URLSearchParams(body)));
    if ("page" in outcome) {
      sendPage(response, outcome.status ?? 200, outcome.page);
    } else if ("goTo" in outcome) {
      redirect(response, at.frame.path + outcome.goTo);
    } else {
      const result = { login: { accountId: outcome.signedIn.sub, amr: ["pwd"] } };
      redirect(response, await provider.interactionResult(request, response, result));
    }
  }

  return async (request, response, path) => {
    const [, uid = "", name = ""] = /^\/interaction\/([\w-]+)(\/[\w-]+)?$/.exec(path) ?? [];
    const step = steps.get(`${request.method} ${name}`);
    if (!step) {
      say(response, 404, "There is nothing here", "This page does not exist.");
      return;
    }
    if (request.method === "POST" && isForged(request, origin)) {
      say(response, 403, "That did not work", "This form came from another site.");
      return;
    }
    const interaction = await find(request, response, uid);
    if (!interaction) {
      sayExpired(response);
      return;
    }
    if (interaction.prompt.name === "consent") {
      redirect(response, await provider.interactionResult(request, response, { consent: {} }));
      return;
    }
    const at = placeOf(request, interaction);
    try {
      await answer(request, response, at, step);
    } catch (error) {
      // A new password ends every session, also one that this browser had beside the sign-in.
      if (error instanceof errors.SessionNotFound) sayExpired(response);
      else if (error instanceof BodyTooLargeError)
        say(response, 413, "That was too much", "The form is too large.");
      else throw error;
    }
  };
}
