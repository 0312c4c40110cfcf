// One step of a sign-in.
import type { Page } from "../page.ts";
import type { Frame } from "./pages.ts";
import type { User } from "./users.ts";

export type Fields = Record<string, string>;
/** A page to show, a page of this sign-in to go to, or the user who is now signed in. */
export type Outcome = { page: Page; status?: number } | { goTo: string } | { signedIn: User };
export type Step = (at: At, fields: Fields) => Promise<Outcome>;
/** The sign-in that a request belongs to. */
export interface At {
  uid: string;
  frame: Frame;
  /** The e-mail address to offer; may be empty. */
  hint: string;
  /** Whether the web app asked for the sign-up page. */
  signUpFirst: boolean;
  /** Whether the web app or the CLI asked to continue as the demo user at once. */
  demoFirst: boolean;
}
