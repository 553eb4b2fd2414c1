import type { EdgeRawEvent, EdgeStatusEvent } from "@seuraa/edge";

export function onRaw(event: EdgeRawEvent): void {
  switch (event.type) {
    case "server.error":
      console.error(event.code, event.channel);
      break;
    default:
  }
}

export function onState({ status }: EdgeStatusEvent): void {
  document.body.dataset["edge"] = status;
}
