import { Client } from "@seuraa/edge/browser";

export const edge = new Client({ appKey: import.meta.env.VITE_EDGE_KEY, authEndpoint: "/api/edge/token" });
