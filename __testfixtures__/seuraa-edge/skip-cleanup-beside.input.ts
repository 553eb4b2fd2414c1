import type { EdgeChannel } from "@seuraa/edge";

declare function onMounted(run: () => void): void;
declare function onUnmounted(run: () => void): void;

export function useDesk(channel: EdgeChannel): void {
  onMounted(() => {
    channel.subscribe("ticket.assigned", (event) => console.log(event.data));
  });
  onUnmounted(() => channel.unsubscribe());
}
