// What an invited person does next: sign in, switch to the invited address, or join.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { isStatus, request } from "../api.ts";
import { type SignInOptions, signIn } from "../auth.ts";
import { keys } from "../keys.ts";
import type { Offer } from "../queries.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/problem.tsx";
import { toastSuccess } from "../ui/toast.tsx";
import { clearToken } from "./token.ts";

const HERE = "/join";

export function SignInFirst({ email }: { email: string }) {
  const go = useMutation({ mutationFn: (options: SignInOptions) => signIn(HERE, { email, ...options }) });
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

/** For a person who is signed in with another address than the invited one: signs them out and asks for the right one. */
export function WrongAccount({ invited, signedIn }: { invited: string; signedIn: string }) {
  const change = useMutation({
    mutationFn: async () => {
      await request((api) => api.DELETE("/sessions/current"));
      await signIn(HERE, { email: invited, promptLogin: true });
    },
  });
  return (
    <div className="grid w-full gap-3">
      <p role="status" className="rounded-xl bg-warn-tint px-3.5 py-2.5 text-sm text-warn wrap-anywhere">
        You are signed in as {signedIn}, but this invitation is for {invited}. Sign in with that address to
        accept it.
      </p>
      <FormProblem error={change.error} />
      <Button
        kind="primary"
        size="large"
        onClick={() => change.mutate()}
        busy={change.isPending}
        className="h-auto whitespace-normal! py-2.5 wrap-anywhere"
      >
        Sign in as {invited}
      </Button>
      <NotNow />
    </div>
  );
}

export function Join({ token, offer, email }: { token: string; offer: Offer; email: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const join = useMutation({
    mutationFn: () => request((api) => api.POST("/invitations/accept", { body: { token } })),
    onSuccess: async () => {
      clearToken();
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.me, refetchType: "all" }),
        client.invalidateQueries({ queryKey: keys.tenants }),
      ]);
      toastSuccess(`You joined ${offer.accountName}.`);
      return navigate({ to: "/", replace: true });
    },
    // The invitation was revoked or used meanwhile. The page above says so when it has loaded it again.
    onError: (error) => isStatus(error, 404) && client.invalidateQueries({ queryKey: keys.offer(token) }),
  });
  if (isStatus(join.error, 403))
    return (
      <>
        <FormProblem error={join.error} />
        <WrongAccount invited={offer.email} signedIn={email} />
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
        clearToken();
        void navigate({ to: "/" });
      }}
    >
      Not now
    </Button>
  );
}
