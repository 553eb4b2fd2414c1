import { client } from "./client";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function publishUntilItWorks(data: unknown): Promise<void> {
  while (true) {
    try {
      await client.publish("room-1", data);
      return;
    } catch {
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
