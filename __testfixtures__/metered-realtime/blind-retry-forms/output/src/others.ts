import { client } from "./client";
import { mayConnectAgain, mayRepeat } from "./metered-errors";

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
    } catch (err) {
      if (!mayRepeat(err)) {
        console.error("client.publish failed, and is not repeated:", String(err));
        break;
      }
      attempts++;
    }
  }
  return false;
}

export function connectAgain(): void {
  client.connect().catch((err) => {
    if (mayConnectAgain(err)) {
      setTimeout(connectAgain, 1000);
    } else {
      console.error("client.connect failed, and is not repeated:", String(err));
    }
  });
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
