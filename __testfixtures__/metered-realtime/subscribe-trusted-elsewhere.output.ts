import { SignallingClient } from "@metered-ca/realtime";

const client = new SignallingClient({ apiKey: "pk_live_x" });
client.on("server-error", console.error);
client.on("disconnected", console.error);

export async function enter(room: string): Promise<void> {
  try {
    await client.subscribe(room);
  } catch (err) {
    console.error(err);
  }
}

export async function leave(room: string): Promise<void> {
  try {
    await client.unsubscribe(room);
  } catch (err) {
    console.error(err);
  }
}
