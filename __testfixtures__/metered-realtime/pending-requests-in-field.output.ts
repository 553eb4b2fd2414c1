import WebSocket from "ws";

export class Rooms {
  readonly #pending = new Map<string, { resolve: (frame: unknown) => void; reject: (error: Error) => void }>();
  private socket: WebSocket;
  private sequence = 0;

  constructor(key: string) {
    this.socket = new WebSocket(`wss://rms.metered.ca/v1?key=${key}`);
    this.socket.on("error", (err) => console.error("rooms:", err.message.split("?")[0]));
    this.socket.on("close", (code) => console.log("closed", code));
    this.socket.on("message", (raw) => this.onMessage(raw));
    this.socket.on("close", (code) => {
      for (const waiting of this.#pending.values()) waiting.reject(new Error(`socket closed (${code})`));
      this.#pending.clear();
    });
  }

  publish(channel: string, data: unknown): Promise<unknown> {
    const requestId = `r${++this.sequence}`;
    return new Promise((resolve, reject) => {
      this.#pending.set(requestId, { resolve, reject });
      setTimeout(() => {
        if (this.#pending.delete(requestId)) reject(new Error("no answer in 15 seconds"));
      }, 15_000);
      if (this.socket.readyState === 1) this.socket.send(JSON.stringify({ type: "publish", channel, data, requestId }));
    });
  }

  private onMessage(raw: WebSocket.RawData): void {
    try {
      const frame = JSON.parse(String(raw));
      if (frame.type === "ack") this.#pending.get(frame.requestId)?.resolve(frame);
      if (frame.type === "error") this.#pending.get(frame.requestId)?.reject(new Error(frame.code));
      this.#pending.delete(frame.requestId);
    } catch (err) {
      console.error("rooms: unreadable frame", String(err));
    }
  }
}
