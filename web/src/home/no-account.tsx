// For a person who has left every account: workspaces need one.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/problem.tsx";

export function NoAccount({ name }: { name: string }) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const create = useMutation({
    mutationFn: () => {
      const body = { name: `${name}'s account` };
      return ask((api) =>
        api.POST("/accounts", { params: { header: { "Idempotency-Key": keyFor(body) } }, body }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.me }),
  });
  return (
    <div className="grid justify-items-start gap-4 rounded-2xl border border-line bg-card p-5">
      <p>
        You are in no account at the moment. Wait until somebody invites you, or make an account of your own.
      </p>
      <FormProblem error={create.error} />
      <Button kind="primary" onClick={() => create.mutate()} busy={create.isPending}>
        {create.error ? "Try again" : "Make an account"}
      </Button>
    </div>
  );
}
