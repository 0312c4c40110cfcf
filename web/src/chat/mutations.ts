// Sending a message to an agent, and stopping an answer.
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { type Page, request } from "../api.ts";
import { keys } from "../keys.ts";
import type { Chat } from "../queries.ts";
import { toastError } from "../ui/toast.tsx";

interface ConversationId {
  tenantId: string;
  agentId: string;
}

/** Replaces the message in the cache, or adds it at the front, where the newest message stands. */
function putChat(client: QueryClient, { tenantId, agentId }: ConversationId, chat: Chat): void {
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

/** Sends a message. `key` is the idempotency key. */
export function useSendMessage(conversation: ConversationId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) =>
      request((api) =>
        api.POST("/t/{tenantId}/agents/{agentId}/chat", {
          params: { path: conversation, header: { "Idempotency-Key": key } },
          body: { text },
        }),
      ),
    onSuccess: (chat) => putChat(client, conversation, chat),
  });
}

export function useAbortAnswer(conversation: ConversationId) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chatId: string) =>
      request((api) =>
        api.POST("/t/{tenantId}/agents/{agentId}/chat/{chatId}/abort", {
          params: { path: { ...conversation, chatId } },
        }),
      ),
    onSuccess: (chat) => putChat(client, conversation, chat),
    onError: toastError,
  });
}
