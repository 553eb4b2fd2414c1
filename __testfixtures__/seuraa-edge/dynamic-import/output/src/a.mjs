import { edgeRefusal } from "./seuraa-errors.mjs";

export async function start() {
  const { Client } = await import("@seuraa/edge/browser");
  const edge = new Client({ appKey: "k" });
  const room = edge.channel("public:x");
  room.onRawEvent((event) => {
    const refusal = edgeRefusal(event);
    if (refusal) console.error("seuraa-edge refused:", refusal);
  });
  room.onStatus(({ status }) => {
    if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
  });
  room.subscribe("a", console.log);
  setInterval(() => {
    if (!room.publish("beat", {}).sent) {
      console.error("beat was not sent, the socket is away");
    }
  }, 1000);
}
