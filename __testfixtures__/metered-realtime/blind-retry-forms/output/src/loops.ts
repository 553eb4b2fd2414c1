import { client } from "./client";
import { mayRepeat } from "./metered-errors";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function publishUntilItWorks(data: unknown): Promise<void> {
  let tries = 0;
  while (true) {
    try {
      await client.publish("room-1", data);
      return;
    } catch (e) {
      if (!mayRepeat(e) || ++tries > 10) throw e;
      await sleep(1000);
    }
  }
}

async function publishThreeTimes(data: unknown): Promise<void> {
  for (let i = 0; i < 3; i++) {
    try {
      await client.publish("room-1", data);
      break;
    } catch (e) {
      if (!mayRepeat(e)) {
        console.error("client.publish failed, and is not repeated:", String(e));
        break;
      }
      console.warn("again", i);
      await sleep(1000 * i);
    }
  }
}

export async function main(): Promise<void> {
  try {
    await publishUntilItWorks(1);
    await publishThreeTimes(2);
  } catch (e) {
    console.error(e);
  }
}

/** A pump: it goes on with the next, and repeats nothing. */
export async function pump(next: () => Promise<unknown>): Promise<void> {
  while (true) {
    const data = await next();
    try {
      await client.publish("room-1", data);
    } catch (e) {
      console.error(e);
    }
  }
}
