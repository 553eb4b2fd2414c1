import { useEffect, useRef, useState } from "react";
import { Client, type EdgeChannel } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });

export function Simple() {
  const channelRef = useRef<EdgeChannel>(null!);
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    channelRef.current = edge.channel("private:notes");
    const off = channelRef.current.subscribe("x", () => {});
    return () => off();
  }, []);
  const save = () => {
    const { sent } = channelRef.current.publish("note.saved", {});
    if (sent) setSaved(true);
  };
  const saveAsync = async () => {
    try {
      await channelRef.current.publish("note.saved", {});
      setSaved(true);
    } catch {
      setSaved(false);
    }
  };
  return <button onClick={save} onBlur={saveAsync}>{String(saved)}</button>;
}
