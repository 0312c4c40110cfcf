// Tells the service that a person has opened the workspace: a sign of work, for which a squad that sleeps wakes.
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "../api.ts";

/** Tells it once for each visit, and again when the squad has fallen asleep under an open page. */
export function useOpened(tenantId: string, status: string | undefined): void {
  const { mutate } = useMutation({
    mutationFn: () => ask((api) => api.POST("/t/{tenantId}/open", { params: { path: { tenantId } } })),
  });
  const isLive = status === "active" || status === "sleeping";
  const isAsleep = status === "sleeping";
  useEffect(() => {
    if (isLive) mutate();
  }, [mutate, isLive, isAsleep]);
}
