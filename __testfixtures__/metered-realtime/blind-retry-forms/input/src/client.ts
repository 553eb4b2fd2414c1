import { SignallingClient } from "@metered-ca/realtime";

export const client = new SignallingClient({ apiKey: "pk_live_x" });
client.on("server-error", console.error);
client.on("disconnected", console.error);
