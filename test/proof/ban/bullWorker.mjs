// A process that bans a user, so that the proof can kill it: bullWorker.mjs <module> <Pusher's URL> <Redis' URL>
import { Redis } from "ioredis";
import Pusher from "pusher";

const [, , module, pusherUrl, redisUrl] = process.argv;
const { createBanFlow } = await import(module);
const { hostname, port } = new URL(pusherUrl);
const pusher = new Pusher({ appId: "1", key: "k", secret: "s3cret", host: hostname, port, useTLS: false });
const times = { attempt: 300, retry: 500, authWindow: 60_000, store: 5_000 };
const flow = createBanFlow({ pusher, redis: new Redis(redisUrl), connection: { url: redisUrl }, times });
await flow.block("mallory");
console.log(await flow.terminate("mallory"));
setInterval(() => undefined, 1_000);
