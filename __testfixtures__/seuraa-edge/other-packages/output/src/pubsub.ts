import { Realtime } from "ably";
import { Client } from "pg";
import { connect } from "amqplib";
import { Redis } from "ioredis";
import { createClient } from "@supabase/supabase-js";
import { Client as Stomp } from "@stomp/stompjs";
// "@seuraa/edge" is what the next version uses.

const channel = new Realtime("k").channels.get("x");
export const edge = { channels: channel, auth: { revoke: async (id: string) => id } };

export async function run(): Promise<void> {
  channel.publish("a", {});
  await channel.publish("a", {});
  new Redis().publish("a", "b");
  createClient("u", "k").channel("x").subscribe();
  const queue = await (await connect("amqp://x")).createChannel();
  queue.publish("e", "r", Buffer.from(""));
  new Stomp({}).publish({ destination: "x" });
  edge.auth.revoke("t");
  await new Client().connect();
}
