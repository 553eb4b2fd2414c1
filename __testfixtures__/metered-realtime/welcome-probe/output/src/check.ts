import { isWelcome } from "./metered-frames";

export function check(key: string, keyIsValid: (ok: boolean) => void): void {
  const probe = new WebSocket(`wss://rms.metered.ca/v1?key=${key}`);
  probe.onmessage = (event) => {
    if (!isWelcome(event.data)) return;
    keyIsValid(true);
    probe.close();
  };
  probe.onclose = (event) => console.log(event.code);
}

export function opened(key: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`wss://rms.metered.ca/v1?key=${key}`);
    socket.onopen = () => resolve(socket);
    socket.onclose = ({ code }) => reject(new Error(`closed with ${code}`));
  });
}

export function hear(key: string, ready: () => void): void {
  const socket = new WebSocket(`wss://rms.metered.ca/v1?key=${key}`);
  socket.addEventListener("message", (event) => {
    if (!isWelcome(event.data)) return;
    ready();
  });
  socket.onmessage = (event) => {
    try {
      const frame = JSON.parse(event.data);
      if (frame.type === "error") console.error(frame.code);
    } catch (err) {
      console.error(err);
    }
  };
  socket.addEventListener("open", (event) => console.log(event.type, ready()));
  socket.onclose = ({ code }) => console.log(code);
}
