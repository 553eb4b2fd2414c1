import { MeteredPeer, SignallingClient } from "@metered-ca/realtime";

export const client = new SignallingClient({
  tokenProvider: async () => {
    const res = await fetch("/api/rt-token", { signal: AbortSignal.timeout(8000) });
    if (!res.ok) throw new Error(`the token endpoint answered ${res.status}`);
    const token = (await res.json()).token;
    if (typeof token !== "string") throw new Error("the token endpoint sent no token");
    return token;
  },
});
client.on("token-provider-error", console.error);
client.on("server-error", console.error);
client.on("disconnected", console.error);

export const chained = new SignallingClient({
  tokenProvider: () =>
    fetch("/api/rt-token", { credentials: "include", signal: AbortSignal.timeout(8000) })
      .then((r) => {
        if (!r.ok) throw new Error(`the token endpoint answered ${r.status}`);
        return r.json();
      })
      .then((body) => body.token),
});
chained.on("token-provider-error", console.error);
chained.on("server-error", console.error);
chained.on("disconnected", console.error);

async function mint(): Promise<string> {
  const answer = await fetch("/api/rt-token", {
    method: "POST",
    credentials: "include",
    signal: AbortSignal.timeout(8000),
  });
  if (!answer.ok) throw new Error(`the token endpoint answered ${answer.status}`);
  const { token } = (await answer.json()) as { token: string };
  if (typeof token !== "string") throw new Error("the token endpoint sent no token");
  return token;
}

export const peer = new MeteredPeer({ tokenProvider: mint });
peer.on("error", console.error);
peer.on("left", console.error);

export const text = new MeteredPeer({
  async tokenProvider() {
    const res = await fetch("/api/rt-token", { signal: AbortSignal.timeout(8000) });
    if (!res.ok) throw new Error(`the token endpoint answered ${res.status}`);
    return res.text();
  },
});
text.on("error", console.error);
text.on("left", console.error);
