// An account: its plan, its members and its open invitations.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type Account, accountQuery, meQuery } from "../queries.ts";
import { hasRole, type Role } from "../roles.ts";
import { TopBar } from "../shell/top-bar.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Problem } from "../ui/problem.tsx";
import { SkeletonRows } from "../ui/skeleton.tsx";
import { useTitle } from "../ui/title.ts";
import { Invitations } from "./invitations.tsx";
import { Members } from "./members.tsx";
import { Ownership } from "./ownership.tsx";
import { Plan } from "./plan.tsx";
import { AccountName } from "./rename.tsx";

export function AccountPage() {
  const { accountId } = useParams({ from: "/inside/account/$accountId" });
  const account = useQuery(accountQuery(accountId));
  const me = useQuery(meQuery);
  useTitle(account.data?.name ?? "Account");
  const role = me.data?.accounts.find((each) => each.accountId === accountId)?.role;
  const isFetching = account.isFetching || me.isFetching;
  const error = (account.data ? null : account.error) ?? (me.data ? null : me.error);

  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar />
      <main className="mx-auto grid w-full max-w-2xl flex-1 grid-cols-1 content-start gap-10 px-5 py-8 sm:py-12">
        {account.data && me.data && role ? (
          <Sections account={account.data} me={me.data.userId} role={role} />
        ) : error ? (
          <Problem
            error={error}
            busy={isFetching}
            onRetry={() => {
              void account.refetch();
              void me.refetch();
            }}
          >
            <Link to="/" className={buttonClass("quiet")}>
              Your workspaces
            </Link>
          </Problem>
        ) : (
          <SkeletonRows rows={4} label="Loading the account" />
        )}
      </main>
    </div>
  );
}

function Sections({ account, me, role }: { account: Account; me: string; role: Role }) {
  const isAdmin = hasRole(role, "admin");
  return (
    <>
      <AccountName account={account} canRename={isAdmin} />
      <Plan account={account} />
      <Members account={account} me={me} role={role} />
      {isAdmin && <Invitations account={account} role={role} />}
      <Ownership account={account} me={me} role={role} />
    </>
  );
}
