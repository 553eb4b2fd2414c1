import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });

export function open(set: (status: string) => void): void {
  const desk = edge.channel("private:team-7");
  desk.onRawEvent((event) => {
    if (event.type === "server.error") console.error(event.code);
  });
  desk.onStatus(({ status }) => set(status));
  desk.subscribe("ticket.assigned", (event) => console.log(event.data));
}
