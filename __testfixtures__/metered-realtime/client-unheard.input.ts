import { SignallingClient } from "@metered-ca/realtime";

export const client = new SignallingClient({ apiKey: "pk_live_x" });
