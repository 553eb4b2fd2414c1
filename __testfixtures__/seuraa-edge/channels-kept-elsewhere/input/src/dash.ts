import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });
const names = ["public:cpu", "public:mem"];
const channels = names.map((name) => edge.channel(name));
channels.forEach((channel) => channel.subscribe("tick", (event) => console.log(event.data)));

for (const name of names) {
  edge.channel(name).subscribe("tock", (event) => console.log(event.data));
}

export const store = { edge, alerts: edge.channel("private:alerts") };
store.alerts.subscribe("raised", (event) => console.log(event.data));

export function ack(id: string, isLoud: boolean) {
  isLoud ? store.alerts.publish("ack.loud", { id }) : store.alerts.publish("ack", { id });
  isLoud && store.alerts.publish("beep", {});
  try {
    store.alerts.publish("acked", { id });
  } catch (err) {
    console.error(err);
  }
}
