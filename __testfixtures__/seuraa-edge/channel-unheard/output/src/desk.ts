import { Client } from "@seuraa/edge/browser";
import { edgeRefusal } from "./seuraa-errors";

const edge = new Client({ appKey: "k" });
const desk = edge.channel("private:team-7");
desk.onRawEvent((event) => {
  const refusal = edgeRefusal(event);
  if (refusal) console.error("seuraa-edge refused:", refusal);
});
desk.onStatus(({ status }) => {
  if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
});
desk.subscribe("ticket.assigned", (event) => console.log(event.data));
