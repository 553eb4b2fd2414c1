const ws = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
ws.addEventListener("close", ({ code }) => console.log("closed", code));
const waiters: Record<string, [ok: (v: unknown) => void, no: (e: Error) => void]> = {};

export const ask = (id: string, frame: object) =>
  new Promise((ok, no) => {
    waiters[id] = [ok, no];
    ws.send(JSON.stringify({ requestId: id, ...frame }));
  });

ws.addEventListener("message", (ev) => {
  const f = JSON.parse(String(ev.data));
  if (f.type === "ack") waiters[f.requestId]?.[0](f);
  if (f.type === "error") waiters[f.requestId]?.[1](new Error(f.code));
});
