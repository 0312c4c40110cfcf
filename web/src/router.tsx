// The pages and their addresses. Pages behind the sign-in are loaded when they are first opened.
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { isSignedIn, signIn } from "./auth.ts";
import { boardSearch } from "./board/search.ts";
import type { SiteConfig } from "./config.ts";
import { CallbackPage } from "./home/callback.tsx";
import { HomePage } from "./home/home-page.tsx";
import { savedToken, saveToken } from "./join/token.ts";
import { NotFoundPage } from "./shell/not-found.tsx";
import { Problem } from "./ui/problem.tsx";

interface AppContext {
  client: QueryClient;
  config: SiteConfig;
}

const rootRoute = createRootRouteWithContext<AppContext>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ error, reset }) => <Problem error={error} onRetry={reset} />,
});

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", component: HomePage });

const callbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/callback",
  component: CallbackPage,
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/join",
  beforeLoad({ location: { hash } }) {
    // Another invitation's link was opened while this page was open.
    if (saveToken(hash)) throw redirect({ to: "/join", hash: "", replace: true });
  },
  loader: () => ({ token: savedToken() }),
  component: lazyRouteComponent(() => import("./join/join-page.tsx"), "JoinPage"),
});

/** Pages that need a signed-in person. Anyone else is sent to sign in and comes back afterwards. */
const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "inside",
  async beforeLoad({ location, preload }) {
    if (preload || isSignedIn()) return;
    await signIn(location.href);
    // The browser is leaving: show nothing meanwhile.
    await new Promise(() => undefined);
  },
  component: Outlet,
});

const newRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: "/new",
  component: lazyRouteComponent(() => import("./home/new-page.tsx"), "NewPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: "/account/$accountId",
  component: lazyRouteComponent(() => import("./account/account-page.tsx"), "AccountPage"),
});

const workspaceRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: "/w/$tenantId",
  component: lazyRouteComponent(() => import("./shell/workspace.tsx"), "Workspace"),
});

const boardRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/",
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import("./board/board-page.tsx"), "BoardPage"),
});

const draftRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/draft",
  component: lazyRouteComponent(() => import("./draft/draft-page.tsx"), "DraftPage"),
});

const runRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/run/$runId",
  component: lazyRouteComponent(() => import("./run/run-page.tsx"), "RunPage"),
});

const routinesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/routines",
  component: lazyRouteComponent(() => import("./routines/routines-page.tsx"), "RoutinesPage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/settings-page.tsx"), "SettingsPage"),
});

/** For operators. In a local installation the demo user is signed in automatically. */
const opsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/ops",
  async beforeLoad({ location, preload, context: { config } }) {
    if (preload || isSignedIn()) return;
    await signIn(location.href, { demo: config.demo });
    await new Promise(() => undefined);
  },
  component: lazyRouteComponent(() => import("./ops/shell.tsx"), "OpsShell"),
});

const opsPages = [
  createRoute({
    getParentRoute: () => opsRoute,
    path: "/",
    component: lazyRouteComponent(() => import("./ops/overview-page.tsx"), "OverviewPage"),
  }),
  createRoute({
    getParentRoute: () => opsRoute,
    path: "/executions",
    validateSearch: ({ workflow }: Record<string, unknown>): { workflow?: string } =>
      typeof workflow === "string" ? { workflow } : {},
    component: lazyRouteComponent(() => import("./ops/executions-page.tsx"), "ExecutionsPage"),
  }),
  createRoute({
    getParentRoute: () => opsRoute,
    path: "/executions/$workflow/$name",
    // The selected state.
    validateSearch: ({ state }: Record<string, unknown>): { state?: string } =>
      typeof state === "string" ? { state } : {},
    component: lazyRouteComponent(() => import("./ops/execution-page.tsx"), "ExecutionPage"),
  }),
  createRoute({
    getParentRoute: () => opsRoute,
    path: "/squadhubs",
    component: lazyRouteComponent(() => import("./ops/squadhubs-page.tsx"), "SquadhubsPage"),
  }),
  createRoute({
    getParentRoute: () => opsRoute,
    path: "/tenants/$tenantId",
    component: lazyRouteComponent(() => import("./ops/tenant-page.tsx"), "TenantPage"),
  }),
  createRoute({
    getParentRoute: () => opsRoute,
    path: "/dead-letters",
    component: lazyRouteComponent(() => import("./ops/dead-letters-page.tsx"), "DeadLettersPage"),
  }),
  createRoute({
    getParentRoute: () => opsRoute,
    path: "/mail",
    component: lazyRouteComponent(() => import("./ops/mail-page.tsx"), "MailPage"),
  }),
] as const;

const routeTree = rootRoute.addChildren([
  homeRoute,
  callbackRoute,
  joinRoute,
  opsRoute.addChildren(opsPages),
  insideRoute.addChildren([
    newRoute,
    accountRoute,
    workspaceRoute.addChildren([boardRoute, draftRoute, runRoute, routinesRoute, settingsRoute]),
  ]),
]);

export function createAppRouter(context: AppContext) {
  return createRouter({ routeTree, context, defaultPreload: "intent", scrollRestoration: true });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
