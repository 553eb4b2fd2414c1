import { Worker } from "bullmq";
import { Client } from "@seuraa/edge-node";

const edge = new Client({ appKey: "k", appSecret: "s" });

new Worker("notify", async (job) => {
  await edge.channels.publish(`private:user-${job.data.userId}`, job.name, job.data);
});

setInterval(async () => {
  const { count } = await edge.channels.presence("presence:lobby");
  console.log(count);
}, 60_000);

process.on("SIGTERM", () => {
  edge.channels.publish("public:status", "server.stopping", {}).finally(() => process.exit(0));
});
