// For a person without an account, which a workspace needs.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request, useIdempotencyKey } from "../api.ts";
import { keys } from "../keys.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/problem.tsx";

export function NoAccount({ name }: { name: string }) {
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const create = useMutation({
    mutationFn: () => {
      const body = { name: `${name}'s account` };
      return request((api) =>
        api.POST("/accounts", { params: { header: { "Idempotency-Key": keyFor(body) } }, body }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.me }),
  });
  return (
    <div className="grid justify-items-start gap-4 rounded-2xl border border-line bg-card p-5">
      <p>You are not a member of any account. Ask someone to invite you, or create an account of your own.</p>
      <FormProblem error={create.error} />
      <Button kind="primary" onClick={() => create.mutate()} busy={create.isPending}>
        {create.error ? "Try again" : "Create an account"}
      </Button>
    </div>
  );
}
