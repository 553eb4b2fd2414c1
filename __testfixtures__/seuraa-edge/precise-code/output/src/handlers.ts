import { Client } from "@seuraa/edge/browser";
import { onRaw, onState } from "./listeners";

const edge = new Client({ appKey: "k" });

export function open(name: string) {
  const channel = edge.channel(name);
  channel.onRawEvent(onRaw);
  channel.onStatus(onState);
  channel.subscribe("x", console.log);
  return channel;
}

export function openFor(name: string, bus: { emit(name: string, value: unknown): void }) {
  const channel = edge.channel(name);
  channel.onRawEvent((event) => bus.emit("raw", event));
  channel.onStatus((event) => bus.emit("status", event));
  channel.subscribe("x", console.log);
  return channel;
}
