class SignallingClient {
  constructor(readonly options: { url: string; roomId: string }) {}
  async publish(channel: string, data: unknown): Promise<void> {
    console.log(channel, data);
  }
}
/** Was "@metered-ca/realtime" once. */
export const client = new SignallingClient({ url: "wss://rms.metered.ca/v1", roomId: "x" });
void client.publish("room-1", 1);
