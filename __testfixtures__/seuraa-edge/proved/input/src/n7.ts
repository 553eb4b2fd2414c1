import type { Client } from "@seuraa/edge/backend";

export async function run(edge: Client): Promise<void> {
  const users = ["a", "b", "c"];
  try {
    await Promise.all(users.map((user) => edge.channels.publish(`private:${user}`, "news.posted", { id: 1 })));
  } catch (err) {
    console.error(err instanceof Error && err.message);
  }
}
