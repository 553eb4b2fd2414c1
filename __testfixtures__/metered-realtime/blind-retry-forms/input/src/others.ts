import { client } from "./client";

/** Another channel instead is no repetition. */
export async function fallBack(data: unknown): Promise<void> {
  try {
    await client.publish("room-1", data);
  } catch (err) {
    console.error(err);
    await client.publish("room-2", data).catch(console.error);
  }
}

/** Used up is used up: what is behind the loop stays as it is. */
export async function threeTimes(data: unknown): Promise<boolean> {
  let attempts = 0;
  while (attempts < 3) {
    try {
      await client.publish("room-1", data);
      return true;
    } catch {
      attempts++;
    }
  }
  return false;
}

export function connectAgain(): void {
  client.connect().catch(() => setTimeout(connectAgain, 1000));
}

/** It looks at the text. */
export const connectOnce = async (): Promise<void> => {
  try {
    await client.connect();
  } catch (err) {
    if (String(err).includes("invalid state")) return;
    setTimeout(() => connectOnce(), 1000);
  }
};
