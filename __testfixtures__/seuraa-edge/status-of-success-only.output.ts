import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });

export function open(ready: () => void): void {
  const desk = edge.channel("private:team-7");
  desk.onStatus(({ status }) => {
    if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
  });
  desk.onRawEvent((event) => {
    if (event.type === "server.error") console.error(event.code);
  });
  desk.onStatus((event) => {
    if (event.status === "connected") ready();
  });
  desk.subscribe("ticket.assigned", (event) => console.log(event.data));
}
