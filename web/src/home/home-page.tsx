// The first page: what Clawe is for strangers, their workspaces for those who are signed in.
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
