const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
const pending = new Map<string, { resolve(): void; reject(err: Error): void }>();
let sequence = 0;

export function request(frame: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const requestId = `q${++sequence}`;
    pending.set(requestId, { resolve, reject });
    setTimeout(() => {
      if (pending.delete(requestId)) reject(new Error("no answer in 15 seconds"));
    }, 15_000);
    if (socket.readyState === 1) {
      socket.send(JSON.stringify({ ...frame, requestId }));
    } else {
      reject(new Error("the socket is not open"));
    }
  });
}

socket.addEventListener("close", (event) => console.log(event.code));
socket.addEventListener("message", (event) => {
  try {
    const frame = JSON.parse(String(event.data));
    if (frame.type === "ack") pending.get(frame.requestId)?.resolve();
    if (frame.type === "error") pending.get(frame.requestId)?.reject(new Error(frame.code));
  } catch (err) {
    console.error(err);
  }
});
socket.addEventListener("close", ({ code }) => {
  for (const waiting of pending.values()) waiting.reject(new Error(`socket closed (${code})`));
  pending.clear();
});
