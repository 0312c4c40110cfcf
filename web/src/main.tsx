// Starts the app: loads the site's settings, restores the session, then renders the pages.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiError } from "./api.ts";
import { initAuth, isSignedIn, onAuthChange } from "./auth.ts";
import { loadConfig } from "./config.ts";
import { saveToken } from "./join/token.ts";
import { createAppRouter } from "./router.tsx";
import { Problem } from "./ui/problem.tsx";
import { Toasts } from "./ui/toast.tsx";
import "./style.css";

const root = createRoot(document.getElementById("root") as HTMLElement);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // Hints say when data is out of date.
      staleTime: 60_000,
      networkMode: "always",
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.problem.status < 500),
    },
    mutations: { networkMode: "always" },
  },
});

async function start(): Promise<void> {
  const config = await loadConfig();
  await initAuth(config);
  const router = createAppRouter({ client, config });
  onAuthChange(() => {
    if (isSignedIn()) return;
    // The next person on this tab must not see this person's data.
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

// First of all: a token in the address bar can be read on a shared screen.
if (window.location.pathname === "/join" && saveToken(window.location.hash))
  window.history.replaceState(null, "", "/join");
attempt();
