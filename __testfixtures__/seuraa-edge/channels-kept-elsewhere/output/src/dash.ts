import { Client } from "@seuraa/edge/browser";
import { edgeRefusal } from "./seuraa-errors";

const edge = new Client({ appKey: "k" });
const names = ["public:cpu", "public:mem"];
const channels = names.map((name) => edge.channel(name));
channels.forEach((channel) => channel.subscribe("tick", (event) => console.log(event.data)));

for (const name of names) {
  edge.channel(name).subscribe("tock", (event) => console.log(event.data));
}

export const store = { edge, alerts: edge.channel("private:alerts") };
store.alerts.onRawEvent((event) => {
  const refusal = edgeRefusal(event);
  if (refusal) console.error("seuraa-edge refused:", refusal);
});
store.alerts.onStatus(({ status }) => {
  if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
});
store.alerts.subscribe("raised", (event) => console.log(event.data));

export function ack(id: string, isLoud: boolean) {
  isLoud ? store.alerts.publish("ack.loud", { id }) : store.alerts.publish("ack", { id });
  isLoud && store.alerts.publish("beep", {});
  try {
    if (!store.alerts.publish("acked", { id }).sent) {
      console.error("acked was not sent, the socket is away");
    }
  } catch (err) {
    console.error(err);
  }
}
