const ws = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
ws.addEventListener("close", ({ code }) => console.log("closed", code));
const waiters: Record<string, [ok: (v: unknown) => void, no: (e: Error) => void]> = {};

export const ask = (id: string, frame: object) =>
  new Promise((ok, no) => {
    waiters[id] = [ok, no];
    setTimeout(() => {
      delete waiters[id];
      no(new Error("no answer in 15 seconds"));
    }, 15_000);
    if (ws.readyState === 1) {
      ws.send(JSON.stringify({ requestId: id, ...frame }));
    } else {
      no(new Error("the socket is not open"));
    }
  });

ws.addEventListener("message", (ev) => {
  let f: ReturnType<typeof JSON.parse>;
  try {
    f = JSON.parse(String(ev.data));
  } catch (err) {
    console.error("metered-realtime sent an unreadable frame:", String(err));
    return;
  }
  if (f.type === "ack") waiters[f.requestId]?.[0](f);
  if (f.type === "error") waiters[f.requestId]?.[1](new Error(f.code));
});
ws.addEventListener("close", ({ code }) => {
  for (const [key, waiting] of Object.entries(waiters)) {
    delete waiters[key];
    waiting[1](new Error(`socket closed (${code})`));
  }
});
