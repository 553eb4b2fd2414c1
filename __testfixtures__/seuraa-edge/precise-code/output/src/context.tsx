import { createContext, useContext, useEffect, type ReactNode } from "react";
import { Client, type EdgeChannel } from "@seuraa/edge/browser";

const edge = new Client({ appKey: "k" });
const Channel = createContext<EdgeChannel | null>(null);

export function Provider({ children }: { children: ReactNode }) {
  return <Channel.Provider value={edge.channel("public:all")}>{children}</Channel.Provider>;
}

export function Listener() {
  const channel = useContext(Channel);
  useEffect(() => channel?.subscribe("x", console.log), [channel]);
  return null;
}
