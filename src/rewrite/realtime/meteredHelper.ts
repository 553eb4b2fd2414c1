import { errorCodes } from "../../contracts/metered/signals.ts";
import type { RetryClass } from "../../model/contract.ts";
import type { HelperForm, HelperSource } from "./helperFile.ts";

/** The helper of raw sockets to Metered: what a refusal, a close and a lost answer mean, and requests that are always settled. */
export const meteredHelper: HelperSource = { name: "metered-frames", write };

const NAMES = [
  "FrameError",
  "retryClass",
  "refusalOf",
  "isWelcome",
  "noteGoingAway",
  "afterClose",
  "sendFrame",
  "resendTransient",
];
const CLASSES: readonly RetryClass[] = ["config", "state", "maybe", "quota", "backoff"];

/** The cases of the switch over the error codes: those of the class "never" are its default. */
function codeCases(): string {
  return CLASSES.map((retry) => {
    const codes = errorCodes.filter((code) => code.retry === retry);
    return `${codes.map(({ name }) => `    case "${name}":\n`).join("")}      return "${retry}";\n`;
  }).join("");
}

function write({ isTypeScript, isCommonJs }: HelperForm): string {
  const t = (text: string) => (isTypeScript ? text : "");
  const exported = isCommonJs ? "" : "export ";
  const given = (name: string) => (isTypeScript ? `(${name} ?? {}) as Frame` : `${name} ?? {}`);
  return `// Metered Realtime over a raw WebSocket: what a refusal, a close and a lost answer mean.
${t(`
/** What may be done after a refusal: a fix, a key, something else first, once more, later, again. */
export type RetryClass = "never" | ${CLASSES.map((retry) => `"${retry}"`).join(" | ")};

/** A socket of the platform or of the \`ws\` package. */
interface FrameSocket {
  readonly readyState: number;
  send(data: string): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { code: number }) => void): void;
}
`)}
${t(`/** What a close asks for. */
interface AfterClose {
  stop: boolean;
  why: string;
  waitMs: number;
  remint?: boolean;
}

/** What frames from the server hold, as far as this file reads them. */
interface Frame {
  type?: string;
  code?: string;
  message?: string;
  requestId?: string;
  retryAfterMs?: number;
}

/** Takes the answer to one request: nothing where it was accepted. */
type Settle = (failure?: FrameError) => void;

`)}/** A frame that was refused, lost, or never left. */
${exported}class FrameError extends Error {
${t("  readonly code: string;\n\n")}  constructor(code${t(": string")}, text${t(": string")}) {
    super(\`\${code}: \${text}\`);
    this.name = "FrameError";
    this.code = code;
  }
}

/** The class of an error code. A code that is newer than this table is never repeated. */
${exported}function retryClass(code${t(": string")})${t(": RetryClass")} {
  switch (code) {
${codeCases()}    default:
      return "never";
  }
}

/** Says what an error frame refuses; null for every other frame. */
${exported}function refusalOf(frame${t(": unknown")})${t(": string | null")} {
  const { type, code = "unknown", requestId = "a frame" } = ${given("frame")};
  return type === "error" ? \`\${code} (\${retryClass(code)}) for \${requestId}\` : null;
}

/** Whether the data of a message is the \`welcome\` frame: only then the server has accepted the key. */
${exported}function isWelcome(data${t(": unknown")})${t(": boolean")} {
  try {
    return ${isTypeScript ? "(JSON.parse(String(data)) as Frame | null)?.type" : "JSON.parse(String(data))?.type"} === "welcome";
  } catch {
    return false;
  }
}

let notBefore = 0;
let closes = 0;
let lastClose = 0;
let gapMs = 0;

/** Remembers how long the server asks to stay away. */
${exported}function noteGoingAway(frame${t(": unknown")})${t(": void")} {
  const { type, retryAfterMs = 0 } = ${given("frame")};
  if (type === "going_away") notBefore = Date.now() + retryAfterMs;
}

/**
 * What to do after a close: stop, or come back after a while; \`why\` says which, and what has to change.
 * \`remint\`: the token expired, so that coming back needs a new one.
 */
${exported}function afterClose(code${t(": number")})${t(": AfterClose")} {
  closes = Date.now() - lastClose > 60_000 ? 0 : closes + 1;
  lastClose = Date.now();
  const waitMs = Math.max(backoffMs(closes), notBefore - Date.now());
  switch (code) {
    case 1000:
      return { stop: true, why: "closed on purpose", waitMs };
    case 1008:
      return { stop: true, why: "policy violated (1008)", waitMs };
    case 4001:
      return { stop: true, why: "key or token refused (4001)", waitMs };
    case 4003:
      return { stop: true, why: "channel outside of the key's patterns (4003)", waitMs };
    case 4012:
      return { stop: true, why: "account suspended (4012)", waitMs };
    case 4020:
      return { stop: true, why: "disconnected by the backend (4020)", waitMs };
    case 4002:
      return { stop: false, why: "token expired, mint a new one (4002)", waitMs, remint: true };
    case 4010:
      return { stop: false, why: "plan is full (4010)", waitMs: Math.max(30_000, waitMs) };
    case 4011:
      // From now on frames leave one by one: fifty a second, and half as many after each further such close.
      gapMs = Math.min(1_000, gapMs * 2 || 20);
      return { stop: false, why: "too many frames (4011)", waitMs: Math.max(5_000, waitMs) };
    case 1005:
      return { stop: false, why: "closed without a code", waitMs };
    default:
      return { stop: false, why: \`connection lost (\${code})\`, waitMs };
  }
}

/** Half a second, doubled with each try up to half a minute, and spread. */
function backoffMs(tries${t(": number")})${t(": number")} {
  return Math.min(30_000, 500 * 2 ** tries) * (0.8 + Math.random() * 0.4);
}

const pending = new WeakMap${t("<FrameSocket, Map<string, Settle>>")}();
let sequence = 0;

/** What waits for an answer: settled by the server, by the close, or by its time limit. */
function pendingOf(socket${t(": FrameSocket")})${t(": Map<string, Settle>")} {
  const known = pending.get(socket);
  if (known) return known;
  const open = new Map${t("<string, Settle>")}();
  pending.set(socket, open);
  socket.addEventListener("message", ({ data }) => {
    let frame${t(": Frame | null")};
    try {
      frame = JSON.parse(String(data));
    } catch {
      return;
    }
    const settle = open.get(frame?.requestId ?? "");
    if (frame?.type === "ack") settle?.();
    const { code = "unknown", message = "refused" } = ${given("frame")};
    if (frame?.type === "error") settle?.(new FrameError(code, message));
  });
  socket.addEventListener("close", ({ code }) => {
    for (const settle of [...open.values()]) settle(new FrameError("closed", \`socket closed (\${code})\`));
  });
  return open;
}

/**
 * Sends a frame, and resolves once the server accepted it. Rejects with a FrameError where it is
 * refused, the socket closes, or no answer comes in time. Only transient refusals are sent again,
 * twice at most.
 */
${exported}async function sendFrame(socket${t(": FrameSocket")}, frame${t(": object")}, waitMs = 15_000)${t(": Promise<void>")} {
  for (let tries = 0; ; tries++) {
    try {
      if (gapMs > 0) await turn();
      return await sendOnce(socket, frame, waitMs);
    } catch (err) {
      if (!(err instanceof FrameError) || retryClass(err.code) !== "backoff" || tries >= 2) throw err;
      await new Promise((resolve) => setTimeout(resolve, backoffMs(tries)));
    }
  }
}

let nextTurn = 0;

/** Waits until the next frame may leave. */
function turn()${t(": Promise<void>")} {
  const now = Date.now();
  nextTurn = Math.max(now, nextTurn + gapMs);
  return new Promise((resolve) => setTimeout(resolve, nextTurn - now));
}

let resends = 0;
let lastResend = 0;

/** Sends a refused frame again, after a growing wait, where its code is transient: three times in a row at most. */
${exported}function resendTransient(socket${t(": FrameSocket")}, refusal${t(": unknown")}, data${t(": string")})${t(": void")} {
  const { code = "unknown" } = ${given("refusal")};
  resends = Date.now() - lastResend > 60_000 ? 0 : resends + 1;
  lastResend = Date.now();
  if (retryClass(code) !== "backoff" || resends >= 3) return;
  setTimeout(() => {
    if (socket.readyState === 1) socket.send(data);
  }, backoffMs(resends));
}

function sendOnce(socket${t(": FrameSocket")}, frame${t(": object")}, waitMs${t(": number")})${t(": Promise<void>")} {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== 1) {
      reject(new FrameError("not_open", "the socket is not open"));
      return;
    }
    const open = pendingOf(socket);
    const requestId = \`frame-\${++sequence}\`;
    const settle = (failure${t("?: FrameError")}) => {
      clearTimeout(timer);
      open.delete(requestId);
      if (failure) reject(failure);
      else resolve(${isTypeScript ? "" : "undefined"});
    };
    const timer = setTimeout(() => settle(new FrameError("no_answer", \`no answer to \${requestId}\`)), waitMs);
    open.set(requestId, settle);
    socket.send(JSON.stringify({ ...frame, requestId }));
  });
}
${isCommonJs ? `\nmodule.exports = { ${NAMES.join(", ")} };\n` : ""}`;
}
