import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "pk" });

export function run(draw: (data: unknown) => void): void {
  const desk = edge.channel("private:desk");
  desk.onStatus(({ status }) => draw(status));
  desk.subscribe("ticket.assigned", (event) => draw(event.data));
  desk.onRawEvent((event) => {
    if (event.type === "server.error") console.error(event.code);
  });
}
