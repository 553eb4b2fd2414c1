import { SignallingClient } from "@metered-ca/realtime";

let state = { Client: SignallingClient };

export function set(key, value) {
  state = { ...state, [key]: value };
  state.client.publish("room-1", 1);
}
