// Where the issuer sends people back to: completes the sign-in and goes on to the page they asked for.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { request } from "../api.ts";
import { completeSignIn, signIn } from "../auth.ts";
import { Mark } from "../ui/brand.tsx";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { useTitle } from "../ui/title.ts";

/** The issuer's answer was refused, was used before or came too late. Only a new sign-in helps. */
class SignInRefused extends Error {}

async function openSession(): Promise<string> {
  const returnTo = await completeSignIn().catch((cause: unknown) => {
    throw new SignInRefused("The sign-in was not completed", { cause });
  });
  await request((api) => api.POST("/sessions"));
  return returnTo;
}

export function CallbackPage() {
  useTitle("Signing in");
  const navigate = useNavigate();
  const {
    data: returnTo,
    error,
    refetch,
    isFetching,
  } = useQuery({
    queryKey: ["session"],
    queryFn: openSession,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });

  useEffect(() => {
    if (returnTo) void navigate({ href: returnTo, replace: true });
  }, [returnTo, navigate]);

  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6">
      {error instanceof SignInRefused ? (
        <div role="alert" className="grid max-w-sm justify-items-center gap-4 text-center">
          <Mark className="size-12 text-2xl" />
          <p>The sign-in was not completed. It may have taken too long, or its link was used before.</p>
          <Button kind="primary" onClick={() => void signIn()}>
            Sign in again
          </Button>
        </div>
      ) : error && !isFetching ? (
        <Problem error={error} onRetry={() => void refetch()}>
          <Button kind="quiet" onClick={() => void signIn()}>
            Sign in again
          </Button>
        </Problem>
      ) : (
        <div role="status" className="grid animate-breathe justify-items-center gap-4 text-soft">
          <Mark className="size-12 text-2xl" />
          Signing you in…
        </div>
      )}
    </main>
  );
}
