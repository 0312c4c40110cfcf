// The page for an address that does not exist.
import { Link } from "@tanstack/react-router";
import { Mark } from "../ui/brand.tsx";
import { buttonClass } from "../ui/button.tsx";
import { useTitle } from "../ui/title.ts";

export function NotFoundPage() {
  useTitle("Not found");
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
      <Mark className="size-12 text-2xl" />
      <h1 className="text-xl font-semibold">Page not found</h1>
      <p className="text-soft">The address may be wrong, or the page may be gone.</p>
      <Link to="/" className={buttonClass("primary")}>
        Go to your workspaces
      </Link>
    </main>
  );
}
