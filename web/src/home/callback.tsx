// Where the issuer sends people back to: completes the sign-in and goes where they wanted to be.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { ask } from "../api.ts";
import { completeSignIn, signIn } from "../auth.ts";
import { Mark } from "../ui/brand.tsx";
import { Button } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { useTitle } from "../ui/title.ts";

/** The issuer's answer was refused, used before or came too late: only a new sign-in helps. */
class Refused extends Error {}

async function enter(): Promise<string> {
  const returnTo = await completeSignIn().catch((cause: unknown) => {
    throw new Refused("The sign-in was not completed", { cause });
  });
  await ask((api) => api.POST("/sessions"));
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
    queryKey: ["entering"],
    queryFn: enter,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });

  useEffect(() => {
    if (returnTo) void navigate({ href: returnTo, replace: true });
  }, [returnTo, navigate]);

  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6">
      {error instanceof Refused ? (
        <div role="alert" className="grid max-w-sm justify-items-center gap-4 text-center">
          <Mark className="size-12 text-2xl" />
          <p>This sign-in was not completed. It may have taken too long, or been used before.</p>
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
