// The page for a new workspace.
import { TopBar } from "../shell/top-bar.tsx";
import { useTitle } from "../ui/title.ts";
import { NewWorkspace } from "./new-workspace.tsx";

export function NewPage() {
  useTitle("New workspace");
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar />
      <main className="mx-auto w-full max-w-xl flex-1 px-5 py-10">
        <NewWorkspace />
      </main>
    </div>
  );
}
