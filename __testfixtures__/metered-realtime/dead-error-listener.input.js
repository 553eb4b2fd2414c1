import { SignallingClient } from "@metered-ca/realtime";

const client = new SignallingClient({ apiKey: "pk_live_x" });
client.on("server-error", console.error);
client.on("disconnected", console.error);
client.on("error", console.error);
export { client };
