import { Client } from "@seuraa/edge-node";

let client: Client | undefined;

export function getEdge(): Client {
  client ??= new Client({ appKey: process.env.EDGE_KEY!, appSecret: process.env.EDGE_SECRET! });
  return client;
}
