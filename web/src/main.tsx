// Starts the app: the site's settings, an earlier sign-in, then the pages.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api.ts";
import { isSignedIn, onAuthChange, startAuth } from "./auth.ts";
import { loadConfig } from "./config.ts";
import { keepToken } from "./join/token.ts";
import { createAppRouter } from "./router.tsx";
import { Problem } from "./ui/problem.tsx";
import { Toasts } from "./ui/toast.tsx";
import "./style.css";

const root = createRoot(document.getElementById("root") as HTMLElement);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Hints say when an answer is out of date.
      staleTime: 60_000,
      networkMode: "always",
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.problem.status < 500),
    },
    mutations: { networkMode: "always" },
  },
});

async function start(): Promise<void> {
  const config = await loadConfig();
  await startAuth(config);
  const router = createAppRouter({ client, config });
  onAuthChange(() => {
    if (isSignedIn()) return;
    // The next person must find nothing of this one.
    client.clear();
    void router.navigate({ to: "/" });
  });
  root.render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>,
  );
}

function attempt(): void {
  start().catch((error: unknown) => root.render(<Problem error={error} onRetry={attempt} />));
}

// Before anything else: in the address bar a token is one shared screen away from somebody who should not have it.
if (window.location.pathname === "/join" && keepToken(window.location.hash))
  window.history.replaceState(null, "", "/join");
attempt();
