import type { EdgeChannel } from "@seuraa/edge";

export const tell = (channel: EdgeChannel) => channel.publish("cursor.moved", 1);
