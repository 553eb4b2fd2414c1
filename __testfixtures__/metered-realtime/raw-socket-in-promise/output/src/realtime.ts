import { afterClose, isWelcome, noteGoingAway, refusalOf, sendFrame } from "./metered-frames";

type Handler = (data: unknown) => void;

export class Realtime {
  #ws?: WebSocket;
  #handlers = new Map<string, Set<Handler>>();
  #timer?: number;

  constructor(private readonly options: { key: string; host?: string }) {}

  connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      const ws = new WebSocket(`wss://${this.options.host ?? "rms.metered.ca"}/v1?key=${this.options.key}`);
      this.#ws = ws;
      ws.addEventListener("message", (event) => {
        if (isWelcome(event.data)) resolve();
      });
      ws.addEventListener("close", (event) => {
        reject(new Error(`socket closed (${event.code})`));
      });
      ws.onerror = (e) => reject(e);
      ws.onmessage = this.onMessage;
      ws.onclose = (event) => {
        const next = afterClose(event.code);
        console.error("metered-realtime:", next.why);
        if (!next.stop) setTimeout(() => this.scheduleReconnect(), next.waitMs);
      };
    });
  }

  private onMessage = (event: MessageEvent<string>): void => {
    let frame: ReturnType<typeof JSON.parse>;
    try {
      frame = JSON.parse(event.data);
    } catch (err) {
      console.error("metered-realtime sent an unreadable frame:", String(err));
      return;
    }
    const refusal = refusalOf(frame);
    if (refusal) console.error("metered-realtime refused:", refusal);
    noteGoingAway(frame);
    if (frame.type !== "message") return;
    this.#handlers.get(frame.channel)?.forEach((h) => h(frame.data));
  };

  private scheduleReconnect() {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.connect(), 1500);
  }

  subscribe(channel: string, handler: Handler): () => void {
    let set = this.#handlers.get(channel);
    if (!set) {
      this.#handlers.set(channel, (set = new Set()));
      if (this.#ws) {
        sendFrame(this.#ws, { type: "subscribe", channel }).catch((err: unknown) => {
          console.error("subscribe failed:", String(err));
        });
      }
    }
    set.add(handler);
    return () => {
      set.delete(handler);
      if (set.size === 0) {
        if (this.#ws) {
          sendFrame(this.#ws, { type: "unsubscribe", channel }).catch((err: unknown) => {
            console.error("unsubscribe failed:", String(err));
          });
        }
      }
    };
  }

  publish(channel: string, data: unknown): boolean {
    if (this.#ws?.readyState !== WebSocket.OPEN) return false;
    sendFrame(this.#ws, { type: "publish", channel, data }).catch((err: unknown) => {
      console.error("publish failed:", String(err));
    });
    return true;
  }
}
