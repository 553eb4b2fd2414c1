// A process that bans a user, so that the proof can kill it: banProcess.mjs <ban-flow module> <user> block|ban
const [, , module, userId, what] = process.argv;
const { times, block, terminate, BAN_FLOW_TABLE } = await import(module);
Object.assign(times, { attempt: 300, retry: 500, authWindow: what === "block" ? 500 : 60_000 });
if (BAN_FLOW_TABLE) await (await import(new URL("clients.js", module).href)).pool.query(BAN_FLOW_TABLE);
await block(userId);
console.log(what === "block" ? "blocked" : await terminate(userId));
setInterval(() => undefined, 1_000);
