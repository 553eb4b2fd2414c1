import { Client } from "@seuraa/edge/browser";
import { edgeRefusal } from "./seuraa-errors";

const edge = new Client({ appKey: "pk" });

export function run(draw: (data: unknown) => void): void {
  const desk = edge.channel("private:desk");
  desk.onRawEvent((event) => {
    const refusal = edgeRefusal(event);
    if (refusal) console.error("seuraa-edge refused:", refusal);
  });
  desk.onStatus(({ status }) => draw(status));
  desk.subscribe("ticket.assigned", (event) => draw(event.data));
}
