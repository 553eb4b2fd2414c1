import { client } from "./client";

export function tell(n: number): void {
  client.publish("room-1", n).catch(() => client.publish("room-1", n).catch(console.error));
}

export function tellOnceMore(n: number): void {
  client.publish("room-1", n).catch(() => {
    client.publish("room-1", n);
  });
}

export async function tellOther(n: number): Promise<void> {
  try {
    await client.publish("room-1", n).catch(() => client.publish("room-1", n));
  } catch (err) {
    console.error(err);
  }
}
