// The first page: the landing page for visitors, the list of workspaces for signed-in people.
import { lazy, Suspense } from "react";
import { useAuth } from "../auth.ts";
import { Landing } from "./landing.tsx";

const Workspaces = lazy(() => import("./workspaces.tsx"));

export function HomePage() {
  const { signedIn, ended } = useAuth();
  if (!signedIn) return <Landing ended={ended} />;
  return (
    <Suspense>
      <Workspaces />
    </Suspense>
  );
}
