import { SignallingClient } from "@metered-ca/realtime";

if (!process.env.METERED_KEY) throw new Error("METERED_KEY is not set");
const client = new SignallingClient({ apiKey: process.env.METERED_KEY! });
client.on("server-error", console.error);
client.on("disconnected", console.error);
export { client };
