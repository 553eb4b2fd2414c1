import type { PatternRule } from "../patternRule.ts";
import { closeCodes, errorCodes, events, rejections, statuses } from "./signals.ts";

const CLIENT = ["client.connect", "client.subscribe", "client.unsubscribe", "client.publish", "client.send"];
const PEER = ["peer.join", "peer.send", "peer.sendTo", "peer.replaceTrack", "remote.send"];
const CALLS = [...CLIENT, ...PEER, "dataChannel.send"];
const REFUSALS = [...errorCodes, ...rejections];

/** Patterns S1 to S18: the SDK `@metered-ca/realtime`. */
export const sdkRules: readonly PatternRule[] = [
  {
    pattern: "S1",
    name: "floating-promise",
    severity: "error",
    safety: "safe",
    functions: CALLS,
    summary: "A call of the SDK is refused or lost, and nobody holds its promise.",
    inProduction:
      "A Node process ends at the first refusal, or while the client reconnects; a browser loses the message.",
    handling: "Handle the rejection; the server's code is the error's `name`, not its `code`.",
    before: `void client.publish("room-1", data);`,
    after: `client.publish("room-1", data).catch((err: unknown) => {
  const { name, message } = err as { name?: string; message?: string };
  console.error("client.publish failed:", { name, message });
});`,
    signals: REFUSALS,
  },
  {
    pattern: "S2",
    name: "unguarded-await",
    severity: "error",
    safety: "safe",
    functions: CALLS.filter((name) => name !== "peer.replaceTrack"),
    summary: "A call of the SDK is awaited, and nobody catches its rejection.",
    inProduction: "The handler stops half-way; a Node process ends.",
    handling: "Catch it where the user can be told; decide by the error's `name`.",
    before: `button.onclick = async () => {
  await client.send(peerId, data);
};`,
    after: `button.onclick = async () => {
  try {
    await client.send(peerId, data);
  } catch (err) {
    const { name, message } = err as { name?: string; message?: string };
    console.error("client.send failed:", { name, message });
  }
};`,
    signals: REFUSALS,
  },
  {
    pattern: "S3",
    name: "wrong-error-field",
    severity: "warning",
    safety: "safe",
    functions: CALLS,
    summary: "A handler asks the error's `code` or `message` for a server code; the SDK has it in `name`.",
    inProduction: "The branch never runs.",
    handling: "Compare `name`.",
    notSafeWhen: "The branch runs for the first time.",
    before: `client.publish("room-1", data).catch((err) => {
  if (err.code === "over_message_quota") stopSending();
});`,
    after: `client.publish("room-1", data).catch((err) => {
  if (err.name === "over_message_quota") stopSending();
});`,
    signals: errorCodes,
  },
  {
    pattern: "S4",
    name: "blind-retry",
    severity: "warning",
    safety: "review",
    functions: CALLS,
    summary: "A handler calls again whatever the error.",
    inProduction: "What can never succeed is repeated; after an unknown outcome a message arrives twice.",
    handling:
      "Repeat `backend_error` and `internal_error` only, a few times; after a lost answer only with an id in the data.",
    before: `client.publish(room, data).catch(() => client.publish(room, data));`,
    after: `client.publish(room, data).catch((err) => {
  if (err.name === "backend_error" || err.name === "internal_error") return later(() => client.publish(room, data));
  throw err;
});`,
    signals: REFUSALS,
  },
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
    before: `const client = new SignallingClient({ tokenProvider });`,
    after: `const client = new SignallingClient({ tokenProvider });
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
    after: `const apiKey = process.env.METERED_KEY;
if (!apiKey) throw new Error("METERED_KEY is not set");
const client = new SignallingClient({ apiKey });`,
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
    before: `await client.subscribe("room-1");`,
    after: `client.on("connected", ({ isReconnect }) => {
  if (isReconnect) client.subscribe("room-1").catch(report);
});`,
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
    after: `try {
  peer.addStream(cam);
} catch (err) {
  cam.getTracks().forEach((track) => track.stop());
  if (!(err instanceof MeteredPeerStateError)) throw err;
}`,
    signals: rejections,
  },
  {
    pattern: "S11",
    name: "partial-track-replacement",
    severity: "error",
    safety: "safe",
    functions: ["peer.replaceTrack"],
    summary: "`replaceTrack` fails for some peers, and nobody catches it.",
    inProduction: "Some see the old picture, some the new one, and nobody knows who.",
    handling: "Catch it; `failed` of a `MeteredPeerReplaceTrackError` names the peers.",
    before: `await peer.replaceTrack(before, after);`,
    after: `try {
  await peer.replaceTrack(before, after);
} catch (err) {
  const { name, message } = err as { name?: string; message?: string };
  console.error("peer.replaceTrack failed, some peers may have the old track:", { name, message });
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
    after: `remote.on("negotiation-error", ({ err }) => {
  if (err.name === "IceRestartExhaustedError") offerRejoin(remote.id);
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
    pattern: "S14",
    name: "code-switch-without-default",
    severity: "warning",
    safety: "safe",
    functions: ["server-error"],
    summary: "A `switch` over the server's code has no `default`.",
    inProduction: "Two documented codes are not in the SDK's type, and new ones may come: they are dropped.",
    handling: "Add a `default` that logs.",
    before: `switch (code) {
  case "over_message_quota":
    stop();
    break;
}`,
    after: `switch (code) {
  case "over_message_quota":
    stop();
    break;
  default:
    console.error("metered-realtime refused:", code);
}`,
    signals: errorCodes,
  },
  {
    pattern: "S15",
    name: "type-imported-as-value",
    severity: "error",
    safety: "safe",
    functions: ["RemotePeer", "WsCloseCodeValue"],
    summary: "`RemotePeer` or `WsCloseCodeValue` is imported as a value; neither exists at run time.",
    inProduction: "The module does not load.",
    handling: "Import the type.",
    before: `import { MeteredPeer, RemotePeer } from "@metered-ca/realtime";`,
    after: `import { MeteredPeer, type RemotePeer } from "@metered-ca/realtime";`,
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
  {
    pattern: "S17",
    name: "detached-method",
    severity: "error",
    safety: "review",
    functions: CALLS,
    summary: "A method is taken off its object and loses its `this`.",
    inProduction: "The first call throws a TypeError, at once and not as a rejection.",
    handling: "Pass an arrow function that calls it.",
    before: `bus.onMessage(client.publish);`,
    after: `bus.onMessage((...args) => client.publish(...args).catch((err) => console.error("client.publish failed:", String(err))));`,
  },
  {
    pattern: "S18",
    name: "data-channel-send-in-loop",
    severity: "error",
    safety: "review",
    functions: ["dataChannel.send"],
    summary: "A loop sends over a data channel without waiting for each send.",
    inProduction: "The queue overflows, and the rest of the file is lost.",
    handling: "Await each send in a `try`, and stop on `DataChannelOverflowError`.",
    before: `for (const chunk of chunks) channel.send(chunk);`,
    after: `try {
  for (const chunk of chunks) await channel.send(chunk);
} catch (err) {
  if (!(err instanceof DataChannelOverflowError)) throw err;
  report("only a part was sent");
}`,
    signals: rejections,
  },
];

/** Patterns T1 and T2: the REST control plane. */
export const restRules: readonly PatternRule[] = [
  {
    pattern: "T1",
    name: "unchecked-rest-status",
    severity: "error",
    safety: "review",
    functions: ["fetch"],
    summary: "The answer of the control plane is read without a look at its status.",
    inProduction: "A refused token request gives `undefined`, and fails far from its cause.",
    handling: "Check `ok`; the body's key is `error`. Repeat 429 and 503 only.",
    before: `const res = await fetch("https://rms.metered.ca/v1/tokens", init);
const { token } = await res.json();`,
    after: `const res = await fetch("https://rms.metered.ca/v1/tokens", init);
if (!res.ok) throw new Error(\`metered-realtime answered \${res.status}\`);
const { token } = await res.json();`,
    signals: statuses,
  },
  {
    pattern: "T2",
    name: "unencoded-path-part",
    severity: "warning",
    safety: "safe",
    functions: ["fetch"],
    summary: "A channel or peer id stands in the path as it is.",
    inProduction: 'A "/" in the name leads to another address: 404, or the wrong channel.',
    handling: "Encode it.",
    before: "await fetch(`https://rms.metered.ca/v1/channels/${channel}/peers`, init);",
    after: "await fetch(`https://rms.metered.ca/v1/channels/${encodeURIComponent(channel)}/peers`, init);",
  },
];
