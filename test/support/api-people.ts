// People who call the API: each has an account, a session and an access token.
import * as Session from "../../core/session/index.ts";
import type { Platform } from "../../platform/types/platform.ts";
import { type Answered, type Call, callApi } from "./api-call.ts";
import { aPerson, type Domain, type Person, useDomain } from "./domain.ts";
import { aTokenSource } from "./tokens.ts";

const tokens = await aTokenSource({
  sub: "new",
  email: "new@example.com",
  email_verified: true,
  name: "New",
});

/** A domain for a test file whose people can call the API. */
export const useApi = (overrides: Partial<Platform> = {}): { current: Domain } =>
  useDomain({ identity: tokens.settings, ...overrides });

export interface Caller extends Person {
  token: string;
  call(operationId: string, call?: Omit<Call, "token">): Promise<Answered>;
}

/** A token of a sign-in without a session yet. */
export const aFreshToken = (session: string): Promise<string> => tokens.sign("new", session);

/** Gives an existing person a session and a token. */
export async function signedIn(person: Person): Promise<Caller> {
  const session = `sign-in of ${person.userId}`;
  const { userId, name } = person;
  await Session.begin(Session.sessionIdOf(tokens.settings.issuer, session), { userId, name });
  const token = await tokens.sign(userId, session, { exp: Math.floor(Date.now() / 1000) + 86_400 });
  return { ...person, token, call: (operationId, call) => callApi(operationId, { ...call, token }) };
}

export const aCaller = async (name?: string): Promise<Caller> => signedIn(await aPerson(name));
