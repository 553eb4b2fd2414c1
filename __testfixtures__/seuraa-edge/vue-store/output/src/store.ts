import { defineStore } from "pinia";
import { ref, onMounted, onUnmounted } from "vue";
import * as seuraa from "@seuraa/edge/browser";

const edge = new seuraa.Client({ appKey: "k" });

export const useBoard = defineStore("board", () => {
  const channel = edge.channel("private:board");
  const denied = ref(false);
  onMounted(() => {
    channel.onRawEvent((event) => {
      if (event.type === "server.error" && event.message.includes("not authorized")) denied.value = true;
    });
    channel.onStatus(({ status }) => {
      if (status === "retrying") channel.subscribe("card.moved", () => {});
    });
    channel.subscribe("card.moved", (e) => console.log(e.data));
  });
  onUnmounted(() => channel.unsubscribe());
  async function move(id: string) {
    if (!channel.publish("card.moved", { id }).sent) console.error("card.moved was not sent, the socket is away");
  }
  return { move, denied };
});
