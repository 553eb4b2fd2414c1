export async function start() {
  const { Client } = await import("@seuraa/edge/browser");
  const edge = new Client({ appKey: "k" });
  const room = edge.channel("public:x");
  room.subscribe("a", console.log);
  setInterval(() => room.publish("beat", {}), 1000);
}
