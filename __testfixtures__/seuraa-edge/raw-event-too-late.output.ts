import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });
const desk = edge.channel("private:team-7");
desk.onRawEvent((event) => {
  if (event.type === "server.error") console.error(event.code);
});
desk.subscribe("ticket.assigned", (event) => console.log(event.data));
desk.onStatus(({ status }) => {
  if (status === "error") console.error(status);
});
