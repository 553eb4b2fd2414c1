import { SignallingClient } from "@metered-ca/realtime";
import { wire } from "some-wiring";

export const client = new SignallingClient({ apiKey: "pk_live_x" });
wire(client);
