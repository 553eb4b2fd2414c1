import { SignallingClient } from "@metered-ca/realtime";

const client = new SignallingClient({
  tokenProvider: async () => {
    const res = await fetch("/api/rt-token");
    return (await res.json()).token;
  },
});
client.on("token-provider-error", ({ consecutiveFailures }) => {
  console.error("metered-realtime gets no token, failures in a row:", consecutiveFailures);
});
client.on("server-error", console.error);
client.on("disconnected", console.error);
export { client };
