import { SignallingClient } from "@metered-ca/realtime";

const client = new SignallingClient({ apiKey: process.env.METERED_KEY! });
client.on("server-error", console.error);
client.on("disconnected", console.error);
export { client };
