import type { PatternRule } from "../patternRule.ts";
import { closeCodes, events, rejections, statuses } from "./signals.ts";

/** How a client or peer is made, and who listens to it: S5 to S10, S12, S13, S16. */
export const sdkObjectRules: readonly PatternRule[] = [
  {
    pattern: "S5",
    name: "server-error-unheard",
    severity: "warning",
    safety: "safe",
    functions: ["new SignallingClient"],
    summary: "A client has no `server-error` listener.",
    inProduction: "An error frame that answers no request is lost without a word.",
    handling: "Listen, and decide by its `code`.",
    before: `const client = new SignallingClient({ apiKey });`,
    after: `const client = new SignallingClient({ apiKey });
client.on("server-error", ({ code, message }) => {
  console.error("metered-realtime refused:", code, message);
});`,
    signals: events,
  },
  {
    pattern: "S6",
    name: "disconnect-unheard",
    severity: "warning",
    safety: "review",
    functions: ["new SignallingClient", "new MeteredPeer"],
    summary: "Nobody hears that the connection ended: no `disconnected` (client), no `error` (peer).",
    inProduction:
      "After a kick or a suspension the application looks alive, and everything it sends is refused.",
    handling: "Listen, and tell the user where it is for good (`willReconnect` is false).",
    before: `const client = new SignallingClient({ apiKey });`,
    after: `const client = new SignallingClient({ apiKey });
client.on("disconnected", ({ code, reason, willReconnect }) => {
  if (!willReconnect) console.error("metered-realtime disconnected:", code, reason);
});`,
    signals: closeCodes,
  },
  {
    pattern: "S7",
    name: "unchecked-token-provider",
    severity: "warning",
    safety: "review",
    functions: ["new SignallingClient", "new MeteredPeer"],
    summary: "The `tokenProvider` does not check its answer, or nobody hears that it fails.",
    inProduction: "The client reconnects for ever; a peer never leaves that state.",
    handling: "Check the status and that there is a token; listen for `token-provider-error`.",
    before: `const client = new SignallingClient({
  tokenProvider: async () => (await (await fetch("/api/token")).json()).token,
});`,
    after: `const client = new SignallingClient({
  tokenProvider: async () => {
    const res = await fetch("/api/token", { signal: AbortSignal.timeout(8000) });
    if (!res.ok) throw new Error(\`the token endpoint answered \${res.status}\`);
    const token = (await res.json()).token;
    if (typeof token !== "string") throw new Error("the token endpoint sent no token");
    return token;
  },
});
client.on("token-provider-error", ({ consecutiveFailures }) => {
  console.error("metered-realtime gets no token, failures in a row:", consecutiveFailures);
});`,
    signals: statuses,
  },
  {
    pattern: "S8",
    name: "unchecked-credential",
    severity: "warning",
    safety: "review",
    functions: ["new SignallingClient", "new MeteredPeer"],
    summary: "The key comes from the environment unchecked, or is a secret key.",
    inProduction:
      "Without it the constructor throws while the module loads; a secret key in a client is everybody's.",
    handling: "Check it first, and say what is missing. Secret keys belong on the server.",
    before: `const client = new SignallingClient({ apiKey: process.env.METERED_KEY });`,
    after: `if (!process.env.METERED_KEY) throw new Error("METERED_KEY is not set");
const client = new SignallingClient({ apiKey: process.env.METERED_KEY });`,
  },
  {
    pattern: "S9",
    name: "resubscription-trusted",
    severity: "info",
    safety: "review",
    functions: ["client.subscribe"],
    summary: "A client subscribes once and trusts that a reconnect brings the channel back.",
    inProduction: "A re-subscription that is refused is dropped without an event: connected, and deaf.",
    handling: "Subscribe again on `connected` with `isReconnect`; it is idempotent.",
    before: `const client = new SignallingClient({ apiKey });
await client.subscribe("room-1");`,
    after: `const client = new SignallingClient({ apiKey });
client.on("connected", ({ isReconnect }) => {
  if (!isReconnect) return;
  client.subscribe("room-1").catch((err) => {
    console.error("client.subscribe failed after a reconnect:", String(err));
  });
});
await client.subscribe("room-1");`,
  },
  {
    pattern: "S10",
    name: "media-call-throws",
    severity: "warning",
    safety: "review",
    functions: ["peer.addStream", "peer.addTrack", "peer.removeStream", "peer.removeTrack"],
    summary: "A media call that throws once the peer leaves stands behind an `await` without a `try`.",
    inProduction: "The camera stays on after the call ended.",
    handling: "Catch `MeteredPeerStateError`, and stop the tracks.",
    before: `const cam = await getUserMedia({ video: true });
peer.addStream(cam);`,
    after: `const cam = await getUserMedia({ video: true });
try {
  peer.addStream(cam);
} catch (err) {
  cam.getTracks().forEach((track) => track.stop());
  throw err;
}`,
    signals: rejections,
  },
  {
    pattern: "S12",
    name: "negotiation-error-unheard",
    severity: "info",
    safety: "review",
    functions: ["peer-joined"],
    summary: "A `peer-joined` handler takes a peer in use without a `negotiation-error` listener.",
    inProduction: "A peer whose connection can never be restored stays on the screen.",
    handling: "Listen; only `IceRestartExhaustedError` is final.",
    before: `peer.on("peer-joined", ({ peer: remote }) => show(remote));`,
    after: `peer.on("peer-joined", ({ peer: remote }) => {
  remote.on("negotiation-error", ({ err }) => {
    if (err.name === "IceRestartExhaustedError") {
      console.error("metered-realtime cannot reach a peer any more:", remote.id);
    }
  });
  show(remote);
});`,
    signals: events,
  },
  {
    pattern: "S13",
    name: "async-listener",
    severity: "error",
    safety: "safe",
    functions: ["on"],
    summary: "A listener of the SDK is async, and nothing in it catches.",
    inProduction: "Its rejection belongs to nobody: a Node process ends.",
    handling: "Catch inside of the listener.",
    before: `client.on("message", async ({ data }) => {
  await store(data);
});`,
    after: `client.on("message", async ({ data }) => {
  try {
    await store(data);
  } catch (err) {
    console.error('client "message" listener failed:', err);
  }
});`,
  },
  {
    pattern: "S16",
    name: "dead-error-listener",
    severity: "warning",
    safety: "manual",
    functions: ["on"],
    summary: "A listener for `error` on a `SignallingClient`: there is no such event.",
    inProduction: "It never runs; the errors it was meant for are lost.",
    handling: "Listen for `server-error` and `disconnected`, and handle the promises.",
    before: `client.on("error", report);`,
    after: `client.on("server-error", ({ code, message }) => report(code, message));`,
    signals: events,
  },
];
