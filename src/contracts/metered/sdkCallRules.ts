import type { PatternRule } from "../patternRule.ts";
import { errorCodes, rejections } from "./signals.ts";

const CLIENT = ["client.connect", "client.subscribe", "client.unsubscribe", "client.publish", "client.send"];
const PEER = ["peer.join", "peer.send", "peer.sendTo", "peer.replaceTrack", "remote.send"];
const CALLS = [...CLIENT, ...PEER, "dataChannel.send"];
const REFUSALS = [...errorCodes, ...rejections];

/** What becomes of a call of the SDK: S1 to S4, S11, S17, S18. */
export const sdkCallRules: readonly PatternRule[] = [
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
    after: `retryTransient(() => client.publish(room, data));`,
    signals: REFUSALS,
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
    pattern: "S18",
    name: "data-channel-send-in-loop",
    severity: "error",
    safety: "review",
    functions: ["dataChannel.send"],
    summary: "A loop sends over a data channel without waiting for each send.",
    inProduction: "The queue overflows, and the rest of the file is lost.",
    handling: "Await each send in a `try`, and stop on `DataChannelOverflowError`.",
    before: `for (const chunk of chunks) channel.send(chunk);`,
    after: `for (const chunk of chunks) {
  try {
    await channel.send(chunk);
  } catch (err) {
    console.error("dataChannel.send failed, the rest is not sent:", String(err));
    break;
  }
}`,
    signals: rejections,
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
];
