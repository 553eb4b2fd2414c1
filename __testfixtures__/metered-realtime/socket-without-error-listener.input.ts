import WebSocket from "ws";

const HOST = process.env.METERED_HOST ?? "rms.metered.ca";

export function open(token: string): WebSocket {
  const link = new WebSocket(`wss://${HOST}/v1?token=${encodeURIComponent(token)}`);
  link.on("close", (code) => console.log("closed", code));
  return link;
}
