import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { Client } from "@seuraa/edge";
import { edgeRefusal } from "./seuraa-errors";

const EdgeContext = createContext<Client | null>(null);

export function EdgeProvider({ children }: { children: ReactNode }) {
  const [client] = useState(() => new Client({ appKey: "k", auth: "/token" }));
  return <EdgeContext.Provider value={client}>{children}</EdgeContext.Provider>;
}

export function useChannel(name: string) {
  const client = useContext(EdgeContext);
  return useMemo(() => client?.channel(name) ?? null, [client, name]);
}

export function Messages({ room }: { room: string }) {
  const channel = useChannel(`private:${room}`);
  const [items, setItems] = useState<string[]>([]);
  useEffect(() => {
    if (!channel) return;
    const stopErrors = channel.onRawEvent((event) => {
      const refusal = edgeRefusal(event);
      if (refusal) console.error("seuraa-edge refused:", refusal);
    });
    const stop = channel.subscribe<string>("message", (event) => setItems((old) => [...old, event.data]));
    return () => {
      stopErrors();
      stop();
    };
  }, [channel]);
  const send = async (text: string) => {
    const { sent } = channel!.publish("message", text);
    if (sent) setItems((old) => [...old, text]);
  };
  return <button onClick={() => send("x")}>{items.length}</button>;
}
