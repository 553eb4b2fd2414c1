import { client } from "./client";
import { retryTransient } from "./metered-errors";

export function tell(n: number): void {
  retryTransient(() => client.publish("room-1", n)).catch(console.error);
}

export function tellOnceMore(n: number): void {
  retryTransient(() => client.publish("room-1", n)).catch((err: unknown) => {
    console.error("client.publish failed:", String(err));
  });
}

export async function tellOther(n: number): Promise<void> {
  try {
    await retryTransient(() => client.publish("room-1", n));
  } catch (err) {
    console.error(err);
  }
}
