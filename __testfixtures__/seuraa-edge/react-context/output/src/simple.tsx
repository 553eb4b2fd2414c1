import { useEffect, useRef, useState } from "react";
import { Client, type EdgeChannel } from "@seuraa/edge/browser";
import { edgeRefusal, publishConfirmed } from "./seuraa-errors";

const edge = new Client({ appKey: "k" });

export function Simple() {
  const channelRef = useRef<EdgeChannel>(null!);
  const [saved, setSaved] = useState(false);
  useEffect(() => {
    channelRef.current = edge.channel("private:notes");
    const stopErrors = channelRef.current.onRawEvent((event) => {
      const refusal = edgeRefusal(event);
      if (refusal) console.error("seuraa-edge refused:", refusal);
    });
    const off = channelRef.current.subscribe("x", () => {});
    return () => {
      stopErrors();
      off();
    };
  }, []);
  const save = () => {
    publishConfirmed(channelRef.current, "note.saved", {}).then(
      () => setSaved(true),
      (err) => console.error("note.saved was not confirmed:", err.message),
    );
  };
  const saveAsync = async () => {
    try {
      await publishConfirmed(channelRef.current, "note.saved", {});
      setSaved(true);
    } catch {
      setSaved(false);
    }
  };
  return <button onClick={save} onBlur={saveAsync}>{String(saved)}</button>;
}
