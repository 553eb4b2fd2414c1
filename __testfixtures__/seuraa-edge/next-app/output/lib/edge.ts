import { Client } from "@seuraa/edge/backend";

const globalForEdge = globalThis as unknown as { edge?: Client };

export const edge =
  globalForEdge.edge ?? new Client({ appKey: process.env.EDGE_APP_KEY!, appSecret: process.env.EDGE_APP_SECRET! });

if (process.env.NODE_ENV !== "production") globalForEdge.edge = edge;
