import { useEffect } from "react";
import type { EdgeChannel } from "@seuraa/edge";

export function Desk({ channel }: { channel: EdgeChannel }) {
  useEffect(() => {
    channel.subscribe("ticket.assigned", (event) => console.log(event.data));
  }, [channel]);
  return null;
}
