class WebSocket {
  constructor(readonly url: string) {}
  send(data: string): void {
    console.log(this.url, data);
  }
}
new WebSocket("wss://rms.metered.ca/v1").send(JSON.stringify({ type: "publish", channel: "a", data: 1 }));
