// Tells the API that a person opened the workspace. A visit counts as activity and wakes a sleeping squad.
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { request } from "../api.ts";

/** Records one visit for each opening of the page, and another one when the squad falls asleep while it is open. */
export function useRecordVisit(tenantId: string, status: string | undefined): void {
  const { mutate } = useMutation({
    mutationFn: () => request((api) => api.POST("/t/{tenantId}/open", { params: { path: { tenantId } } })),
  });
  const isLive = status === "active" || status === "sleeping";
  const isAsleep = status === "sleeping";
  // Depends on isAsleep too, so that falling asleep records another visit.
  useEffect(() => {
    if (isLive) mutate();
  }, [mutate, isLive, isAsleep]);
}
