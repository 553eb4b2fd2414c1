import { Client } from "@seuraa/edge/browser";
import { edgeRefusal } from "./seuraa-errors";

let edge: Client | undefined;
const client = () => (edge ??= new Client({ appKey: "k" }));

export async function createBoard(id: string) {
  const channel = client().channel(`private:board-${id}`);
  channel.onRawEvent((event) => {
    const refusal = edgeRefusal(event);
    if (refusal) console.error("seuraa-edge refused:", refusal);
  });
  channel.onStatus(({ status }) => {
    if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
  });
  const listeners = new Set<(card: unknown) => void>();
  const stop = channel.subscribe("card.moved", ({ data }) => listeners.forEach((one) => one(data)));
  return {
    move: (card: unknown) => channel.publish("card.moved", card),
    onMove: (listener: (card: unknown) => void) => listeners.add(listener),
    close() {
      stop();
      channel.unsubscribe();
    },
  };
}
