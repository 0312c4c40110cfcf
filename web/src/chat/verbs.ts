// What people do in a chat: ask, and end an answer.
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, type Page } from "../api.ts";
import { keys } from "../keys.ts";
import type { Chat } from "../queries.ts";
import { toastProblem } from "../ui/toast.tsx";

interface Place {
  tenantId: string;
  agentId: string;
}

/** Puts the message where it stands, or in front: the list begins with the newest. */
function show(client: QueryClient, { tenantId, agentId }: Place, chat: Chat): void {
  client.setQueryData<InfiniteData<Page<Chat>>>(keys.chat(tenantId, agentId), (data) => {
    if (!data) return data;
    const isKnown = data.pages.some(({ items }) => items.some(({ chatId }) => chatId === chat.chatId));
    const pages = data.pages.map((page, at) => ({
      ...page,
      items: isKnown
        ? page.items.map((each) => (each.chatId === chat.chatId ? chat : each))
        : at === 0
          ? [chat, ...page.items]
          : page.items,
    }));
    return { ...data, pages };
  });
  void client.invalidateQueries({ queryKey: keys.chat(tenantId, agentId) });
}

/** `key`: the same request however often it is sent. */
export function useAsk(place: Place) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) =>
      ask((api) =>
        api.POST("/t/{tenantId}/agents/{agentId}/chat", {
          params: { path: place, header: { "Idempotency-Key": key } },
          body: { text },
        }),
      ),
    onSuccess: (chat) => show(client, place, chat),
  });
}

export function useAbort(place: Place) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chatId: string) =>
      ask((api) =>
        api.POST("/t/{tenantId}/agents/{agentId}/chat/{chatId}/abort", {
          params: { path: { ...place, chatId } },
        }),
      ),
    onSuccess: (chat) => show(client, place, chat),
    onError: toastProblem,
  });
}
