import { SignallingClient } from "@metered-ca/realtime";

const apiKey = process.env.METERED_KEY;
if (!apiKey) throw new Error("METERED_KEY is missing");
export const client = new SignallingClient({ apiKey });
client.on("server-error", console.error);
client.on("disconnected", console.error);

export const second = process.env.SECOND_KEY
  ? new SignallingClient({ apiKey: process.env.SECOND_KEY })
  : null;
second?.on("server-error", console.error);
second?.on("disconnected", console.error);

function must(name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(name);
  return value;
}
export const third = new SignallingClient({ apiKey: must("THIRD_KEY", process.env.THIRD_KEY) });
third.on("server-error", console.error);
third.on("disconnected", console.error);

export const fourth = new SignallingClient({ apiKey: process.env.FOURTH_KEY ?? "pk_live_default" });
fourth.on("server-error", console.error);
fourth.on("disconnected", console.error);
