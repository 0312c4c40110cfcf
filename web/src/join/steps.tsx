// What an invited person does next: sign in, sign in as who is meant, or join.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask, isStatus } from "../api.ts";
import { type SignInWish, signIn } from "../auth.ts";
import { keys } from "../keys.ts";
import type { Offer } from "../queries.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { toastDone } from "../ui/toast.tsx";
import { forgetToken } from "./token.ts";

const HERE = "/join";

export function SignInFirst({ email }: { email: string }) {
  const go = useMutation({ mutationFn: (wish: SignInWish) => signIn(HERE, { email, ...wish }) });
  return (
    <div className="grid w-full gap-2.5">
      <Button kind="primary" size="large" onClick={() => go.mutate({})} disabled={go.isPending}>
        Sign in
      </Button>
      <Button size="large" onClick={() => go.mutate({ signUp: true })} disabled={go.isPending}>
        Create account
      </Button>
      <FormProblem error={go.error} />
    </div>
  );
}

/** Ends the sign-in of who is here, and asks for the one the invitation is for. */
export function AnotherPerson({ wanted, present }: { wanted: string; present: string }) {
  const change = useMutation({
    mutationFn: async () => {
      await ask((api) => api.DELETE("/sessions/current"));
      await signIn(HERE, { email: wanted, anew: true });
    },
  });
  return (
    <div className="grid w-full gap-3">
      <p role="status" className="rounded-xl bg-warn-tint px-3.5 py-2.5 text-sm text-warn wrap-anywhere">
        You are signed in as {present}. This invitation is for {wanted}: sign in with that address to accept
        it.
      </p>
      <FormProblem error={change.error} />
      <Button
        kind="primary"
        size="large"
        onClick={() => change.mutate()}
        busy={change.isPending}
        className="h-auto whitespace-normal! py-2.5 wrap-anywhere"
      >
        Sign in as {wanted}
      </Button>
      <NotNow />
    </div>
  );
}

export function Join({ token, offer, email }: { token: string; offer: Offer; email: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const join = useMutation({
    mutationFn: () => ask((api) => api.POST("/invitations/accept", { body: { token } })),
    onSuccess: async () => {
      forgetToken();
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.me, refetchType: "all" }),
        client.invalidateQueries({ queryKey: keys.tenants }),
      ]);
      toastDone(`You have joined ${offer.accountName}.`);
      return navigate({ to: "/", replace: true });
    },
    // Revoked or used since it was shown: the page above says so.
    onError: (error) => isStatus(error, 404) && client.invalidateQueries({ queryKey: keys.offer(token) }),
  });
  if (isStatus(join.error, 403))
    return (
      <>
        <FormProblem error={join.error} />
        <AnotherPerson wanted={offer.email} present={email} />
      </>
    );
  return (
    <div className="grid w-full gap-2.5">
      <FormProblem error={join.error} />
      <Button kind="primary" size="large" onClick={() => join.mutate()} busy={join.isPending}>
        {join.error ? "Try again" : "Join"}
      </Button>
      <NotNow />
    </div>
  );
}

function NotNow() {
  const navigate = useNavigate();
  return (
    <Button
      kind="quiet"
      onClick={() => {
        forgetToken();
        void navigate({ to: "/" });
      }}
    >
      Not now
    </Button>
  );
}
