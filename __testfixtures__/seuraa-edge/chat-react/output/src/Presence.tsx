import { useEffect, useRef, useState } from "react";
import type { EdgeChannel } from "@seuraa/edge";
import { edge } from "./edge";
import { edgeRefusal } from "./seuraa-errors";

export function Presence({ room }: { room: string }) {
  const ref = useRef<EdgeChannel | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    const channel = edge.channel(`presence:${room}`);
    channel.onStatus(({ status }) => {
      if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
    });
    ref.current = channel;
    const stop = channel.onRawEvent((event) => {
      const refusal = edgeRefusal(event);
      if (refusal) console.error("seuraa-edge refused:", refusal);
      if (event.type === "presence.updated") setCount(event.presence.count);
    });
    return () => {
      stop();
      channel.unsubscribe();
    };
  }, [room]);
  return <button onClick={() => {
    if (ref.current?.publish("wave", {}).sent === false) {
      console.error("wave was not sent, the socket is away");
    }
  }}>{count}</button>;
}
