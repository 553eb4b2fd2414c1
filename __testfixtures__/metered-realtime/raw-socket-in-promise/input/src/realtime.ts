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
      ws.onopen = () => resolve();
      ws.onerror = (e) => reject(e);
      ws.onmessage = this.onMessage;
      ws.onclose = () => this.scheduleReconnect();
    });
  }

  private onMessage = (event: MessageEvent<string>): void => {
    const frame = JSON.parse(event.data);
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
      this.#ws?.send(JSON.stringify({ type: "subscribe", channel }));
    }
    set.add(handler);
    return () => {
      set.delete(handler);
      if (set.size === 0) this.#ws?.send(JSON.stringify({ type: "unsubscribe", channel }));
    };
  }

  publish(channel: string, data: unknown): boolean {
    if (this.#ws?.readyState !== WebSocket.OPEN) return false;
    this.#ws.send(JSON.stringify({ type: "publish", channel, data }));
    return true;
  }
}
