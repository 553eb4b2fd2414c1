import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });
const desk = edge.channel("presence:team-7");
desk.subscribe("ticket.assigned", (event) => console.log(event.data));
desk.onRawEvent(hear);
desk.onStatus(({ status }) => console.log(status));

function hear(event: { type: string; code?: string }): void {
  if (event.type === "server.error") console.error(event.code);
}
