import { afterClose, isWelcome } from "./metered-frames";

export function checkKey(key: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = new WebSocket(`wss://rms.metered.ca/v1?key=${key}`);
    probe.addEventListener("close", ({ code }) => {
      console.error("metered-realtime:", afterClose(code).why);
    });
    probe.onmessage = (event) => {
      if (!isWelcome(event.data)) return;
      resolve(true); probe.close();
    };
    probe.addEventListener("close", () => {
      resolve(false);
    });
    probe.onerror = () => resolve(false);
  });
}
