import type { Client } from "@seuraa/edge/backend";

export async function news(edge: Client, users: string[]): Promise<void> {
  try {
    await Promise.all(users.map((user) => edge.channels.publish(`private:${user}`, "news", {})));
  } catch (err) {
    console.error(err);
  }
}
