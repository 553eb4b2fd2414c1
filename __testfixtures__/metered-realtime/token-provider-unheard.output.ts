import { SignallingClient } from "@metered-ca/realtime";

const client = new SignallingClient({
  tokenProvider: async () => {
    const res = await fetch("/api/rt-token", { signal: AbortSignal.timeout(8000) });
    if (!res.ok) throw new Error(`the token endpoint answered ${res.status}`);
    const token = (await res.json()).token;
    if (typeof token !== "string") throw new Error("the token endpoint sent no token");
    return token;
  },
});
client.on("token-provider-error", ({ consecutiveFailures }) => {
  console.error("metered-realtime gets no token, failures in a row:", consecutiveFailures);
});
client.on("server-error", console.error);
client.on("disconnected", console.error);
export { client };
