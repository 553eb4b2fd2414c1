import type { PatternRule } from "../patternRule.ts";
import { closeCodes, errorCodes } from "./signals.ts";

const SOCKET = ["WebSocket"];
const SEND = ["WebSocket.send"];

/** Patterns R1 to R13: a raw WebSocket to rms.metered.ca. */
export const socketRules: readonly PatternRule[] = [
  {
    pattern: "R1",
    name: "frame-without-request-id",
    severity: "warning",
    safety: "review",
    functions: SEND,
    summary: "A frame is sent without a `requestId`: nobody learns whether it was accepted.",
    inProduction: "A refusal (no right, no quota) and a lost frame look like success.",
    handling:
      "Send a `requestId` of its own with each frame, and wait for the `ack` or `error` that echoes it.",
    before: `ws.send(JSON.stringify({ type: "publish", channel: "room-1", data }));`,
    after: `request(ws, { type: "publish", channel: "room-1", data }).catch((err: unknown) => {
  console.error("publish failed:", describeFailure(err));
});`,
    signals: errorCodes,
  },
  {
    pattern: "R2",
    name: "unhandled-error-frame",
    severity: "error",
    safety: "review",
    functions: SOCKET,
    summary: "The message handler looks at a frame's type, but never at `error`.",
    inProduction: "The server refuses, says so, and nobody reads it.",
    handling: "Give `error` a branch of its own that decides by `code`; `message` is for the log alone.",
    before: `ws.onmessage = (event) => {
  const frame = JSON.parse(event.data);
  if (frame.type === "message") render(frame.data);
};`,
    after: `ws.onmessage = (event) => {
  const frame = JSON.parse(event.data);
  if (frame.type === "error") reportErrorFrame(frame);
  if (frame.type === "message") render(frame.data);
};`,
    signals: errorCodes,
  },
  {
    pattern: "R3",
    name: "pending-request-never-settled",
    severity: "error",
    safety: "review",
    functions: SOCKET,
    summary: "Requests that wait for an `ack` are not rejected when the socket closes.",
    inProduction: "Whoever awaits one hangs for ever after a lost connection, and the map keeps growing.",
    handling: "Reject all that is pending on `close`, and each request after a time limit.",
    before: `const pending = new Map();
ws.on("message", settle);`,
    after: `const pending = new Map();
ws.on("message", settle);
ws.on("close", (code) => {
  for (const { reject } of pending.values()) reject(new Error(\`socket closed (\${code})\`));
  pending.clear();
});`,
    signals: closeCodes,
  },
  {
    pattern: "R4",
    name: "open-taken-for-ready",
    severity: "warning",
    safety: "review",
    functions: SOCKET,
    summary: "`open` is taken for success, and nobody waits for `welcome`.",
    inProduction:
      "`open` comes before the server looks at the key: a refused key counts as valid until close 4001.",
    handling: "Go on at the `welcome` frame; a refusal arrives as `close`, not as `error`.",
    before: `probe.onopen = () => keyIsValid(true);`,
    after: `probe.onmessage = (event) => {
  if (isWelcome(event.data)) keyIsValid(true);
};`,
  },
  {
    pattern: "R5",
    name: "close-code-ignored",
    severity: "error",
    safety: "review",
    functions: SOCKET,
    summary: "Nobody hears the close, or the handler reconnects whatever its code.",
    inProduction:
      "A refused key, a suspended account or a kicked user reconnects in a loop; a lost connection goes unseen.",
    handling:
      "Decide by the code: stop on 1008, 4001, 4003, 4012 and 4020, mint a token on 4002, wait on 4010, send less on 4011, else wait longer each time.",
    before: `ws.onclose = () => setTimeout(connect, 1000);`,
    after: `ws.onclose = (event) => {
  const next = afterClose(event.code);
  console.error("metered-realtime:", next.why);
  if (!next.stop) setTimeout(connect, Math.max(1000, next.waitMs));
};`,
    signals: closeCodes,
  },
  {
    pattern: "R6",
    name: "socket-without-error-listener",
    severity: "error",
    safety: "safe",
    functions: SOCKET,
    summary: "A socket of the `ws` package has no `error` listener.",
    inProduction: "A refused connection or an HTTP 429 ends the Node process.",
    handling: "Listen for `error`; log its message without the key or token in the URL.",
    before: `const ws = new WebSocket(url);`,
    after: `const ws = new WebSocket(url);
ws.on("error", (err) => {
  console.error("metered-realtime socket failed:", err.message);
});`,
  },
  {
    pattern: "R7",
    name: "unguarded-frame-parse",
    severity: "error",
    safety: "safe",
    functions: SOCKET,
    summary: "The message handler parses JSON without a guard.",
    inProduction: "One unreadable frame ends a Node process.",
    handling: "Parse in a `try`, and drop what cannot be read.",
    before: `ws.on("message", (raw) => {
  const frame = JSON.parse(raw.toString());
  render(frame);
});`,
    after: `ws.on("message", (raw) => {
  let frame;
  try {
    frame = JSON.parse(raw.toString());
  } catch (err) {
    console.error("metered-realtime sent an unreadable frame:", err.message);
    return;
  }
  render(frame);
});`,
  },
  {
    pattern: "R8",
    name: "send-without-ready-check",
    severity: "warning",
    safety: "review",
    functions: SEND,
    summary: "A frame is sent without a look at the socket's state.",
    inProduction: "While it connects, `send` throws; once it closes, the frame is dropped without a word.",
    handling: "Send only while `readyState` is OPEN (1), or from the handler of `welcome`.",
    before: `ws.send(JSON.stringify({ type: "ping" }));`,
    after: `if (ws.readyState === 1) ws.send(JSON.stringify({ type: "ping" }));
else console.error("metered-realtime frame not sent, socket state:", ws.readyState);`,
  },
  {
    pattern: "R9",
    name: "unbounded-frame-size",
    severity: "info",
    safety: "manual",
    functions: SEND,
    summary: "A frame carries data of any size (a file, base64, a whole state) without a check.",
    inProduction:
      "Above 64 KB the server closes with 1009, and every subscription of the connection is gone.",
    handling: "Compare with `welcome.maxMessageSize`, and split what is larger.",
    before: `ws.send(JSON.stringify({ type: "publish", channel, data: buffer.toString("base64"), requestId }));`,
    after: `const frame = JSON.stringify({ type: "publish", channel, data: buffer.toString("base64"), requestId });
if (Buffer.byteLength(frame) > maxMessageSize) throw new RangeError("too large for one frame");
ws.send(frame);`,
  },
  {
    pattern: "R10",
    name: "blind-frame-retry",
    severity: "warning",
    safety: "review",
    functions: SEND,
    summary: "A refused frame is sent again whatever its code.",
    inProduction: "What can never succeed loops, and brings the rate limit (close 4011) with it.",
    handling:
      "Try again on `backend_error` and `internal_error` only, at most three times, with growing delays.",
    before: `if (frame.type === "error") ws.send(last);`,
    after: `if (frame.type === "error") resendTransient(ws, frame, last);`,
    signals: errorCodes,
  },
  {
    pattern: "R11",
    name: "reused-request-id",
    severity: "warning",
    safety: "review",
    functions: SEND,
    summary: "Frames are sent with a constant `requestId`.",
    inProduction: "An answer settles the wrong request.",
    handling: "Give each frame an id of its own, of at most 128 characters.",
    before: `ws.send(JSON.stringify({ type: "publish", channel, data, requestId: "pub-1" }));`,
    after: `ws.send(JSON.stringify({ type: "publish", channel, data, requestId: crypto.randomUUID() }));`,
  },
  {
    pattern: "R12",
    name: "decision-on-message-text",
    severity: "warning",
    safety: "review",
    functions: SOCKET,
    summary: "Code decides on the text of an error frame or of a close reason.",
    inProduction: "The text is informational; the next release of the server may word it otherwise.",
    handling: "Decide by `code`.",
    before: `if (frame.message.includes("not authorized")) stop();`,
    after: `if (frame.code === "channel_not_authorized") stop();`,
  },
  {
    pattern: "R13",
    name: "going-away-ignored",
    severity: "info",
    safety: "review",
    functions: SOCKET,
    summary: "A client that reconnects does not look at `going_away`.",
    inProduction: "After a deployment all clients come back at the same moment.",
    handling: "Keep `retryAfterMs`, and wait that long before the next connection.",
    before: `const frame = JSON.parse(event.data);`,
    after: `noteGoingAway(frame);`,
  },
];
