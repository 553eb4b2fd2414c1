import { MeteredPeer, SignallingClient } from "@metered-ca/realtime";

export const client = new SignallingClient({
  tokenProvider: async () => (await (await fetch("/api/rt-token")).json()).token,
});
client.on("token-provider-error", console.error);
client.on("server-error", console.error);
client.on("disconnected", console.error);

export const chained = new SignallingClient({
  tokenProvider: () =>
    fetch("/api/rt-token", { credentials: "include" })
      .then((r) => r.json())
      .then((body) => body.token),
});
chained.on("token-provider-error", console.error);
chained.on("server-error", console.error);
chained.on("disconnected", console.error);

async function mint(): Promise<string> {
  const answer = await fetch("/api/rt-token", {
    method: "POST",
    credentials: "include",
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}

export const peer = new MeteredPeer({ tokenProvider: mint });
peer.on("error", console.error);
peer.on("left", console.error);

export const text = new MeteredPeer({
  async tokenProvider() {
    return (await fetch("/api/rt-token")).text();
  },
});
text.on("error", console.error);
text.on("left", console.error);
