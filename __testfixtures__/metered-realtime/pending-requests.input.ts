const socket = new WebSocket("wss://rms.metered.ca/v1?key=pk_live_x");
const pending = new Map<string, { resolve(): void; reject(err: Error): void }>();
let sequence = 0;

export function request(frame: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const requestId = `q${++sequence}`;
    pending.set(requestId, { resolve, reject });
    socket.send(JSON.stringify({ ...frame, requestId }));
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
