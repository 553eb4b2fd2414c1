"use client";
import { useEffect, useState } from "react";
import { Client } from "@seuraa/edge/browser";

const edge = new Client({ appKey: process.env.NEXT_PUBLIC_EDGE_KEY! });

export function Room({ id }: { id: string }) {
  const [items, setItems] = useState<string[]>([]);
  const [status, setStatus] = useState("");
  useEffect(() => {
    const channel = edge.channel(`private:room-${id}`);
    channel.subscribe<string>("message.created", (e) => setItems((s) => [...s, e.data]));
    channel.onStatus((e) => setStatus(e.status));
    return () => channel.unsubscribe();
  }, [id]);
  return <ul data-status={status}>{items.map((i) => <li key={i}>{i}</li>)}</ul>;
}
