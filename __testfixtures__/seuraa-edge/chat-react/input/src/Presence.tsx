import { useEffect, useRef, useState } from "react";
import type { EdgeChannel } from "@seuraa/edge";
import { edge } from "./edge";

export function Presence({ room }: { room: string }) {
  const ref = useRef<EdgeChannel | null>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    const channel = edge.channel(`presence:${room}`);
    ref.current = channel;
    const stop = channel.onRawEvent((event) => {
      if (event.type === "presence.updated") setCount(event.presence.count);
    });
    return () => {
      stop();
      channel.unsubscribe();
    };
  }, [room]);
  return <button onClick={() => ref.current?.publish("wave", {})}>{count}</button>;
}
