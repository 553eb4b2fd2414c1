import { Worker } from "bullmq";
import { Client } from "@seuraa/edge-node";
import { edgeHttpStatus } from "./seuraa-errors";

const edge = new Client({ appKey: "k", appSecret: "s" });

new Worker("notify", async (job) => {
  try {
    await edge.channels.publish(`private:user-${job.data.userId}`, job.name, job.data);
  } catch (err) {
    console.error("edge.channels.publish failed:", edgeHttpStatus(err) ?? String(err));
    throw err;
  }
});

setInterval(async () => {
  try {
    const { count } = await edge.channels.presence("presence:lobby");
    console.log(count);
  } catch (err) {
    console.error(
      "edge.channels.presence or the code around it failed:",
      edgeHttpStatus(err) ?? String(err),
    );
  }
}, 60_000);

process.on("SIGTERM", () => {
  edge.channels.publish("public:status", "server.stopping", {}).finally(() => process.exit(0)).catch((err: unknown) => {
    console.error(
      "edge.channels.publish or the code around it failed:",
      edgeHttpStatus(err) ?? String(err),
    );
  });
});
