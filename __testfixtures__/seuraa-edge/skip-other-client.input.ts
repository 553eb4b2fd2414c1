import { Client } from "pg";

// Not "@seuraa/edge".
const client = new Client({});
export const channel = { publish: async (name: string) => client.query(name) };
void channel.publish("a").catch(console.error);
