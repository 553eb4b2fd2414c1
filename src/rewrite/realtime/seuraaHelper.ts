import { errorCodes } from "../../contracts/seuraa/signals.ts";
import type { RetryClass } from "../../model/contract.ts";
import type { HelperForm, HelperSource } from "./helperFile.ts";

/** The helper of Seuraa Edge: what a `server.error` means, and the status that a rejection's text holds. */
export const seuraaHelper: HelperSource = { name: "seuraa-errors", write };

const CLASSES: readonly RetryClass[] = ["auth", "state", "backoff"];

function codeCases(): string {
  return CLASSES.map((retry) => {
    const codes = errorCodes.filter((code) => code.retry === retry);
    return `${codes.map(({ name }) => `    case "${name}":\n`).join("")}      return "${retry}";\n`;
  }).join("");
}

/** The names that the file exports. */
const NAMES = [
  "edgeFate",
  "edgeRefusal",
  "publishConfirmed",
  "publishAccepted",
  "edgeRepeats",
  "edgeHttpStatus",
  "edgeMayRepeat",
  "edgeFailures",
];

function write({ isTypeScript, isCommonJs }: HelperForm): string {
  const t = (text: string) => (isTypeScript ? text : "");
  const exported = isCommonJs ? "" : "export ";
  const read = (value: string) => (isTypeScript ? `(${value} ?? {}) as EdgeEvent` : `${value} ?? {}`);
  return `// Seuraa Edge: what a \`server.error\` means, whether a publish arrived, and the status that a rejection's text holds.
${t(`
/** What may be done after a refusal: a new token, something else first, again later, a fix. */
export type EdgeFate = "auth" | "state" | "backoff" | "never";

/** What a \`server.error\` or a \`publish.accepted\` holds. */
interface EdgeEvent {
  type?: string;
  code?: string;
  channel?: string;
  nodeId?: string;
  serverTime?: string;
  clientEventId?: string;
}

/** What is needed of a channel. */
interface EdgePublisher {
  publish(name: string, data: unknown): { sent: boolean; clientEventId: string };
  onRawEvent(handler: (event: unknown) => void): () => void;
}
`)}
/** The class of an error code. A code that is newer than this table is never repeated. */
${exported}function edgeFate(code${t(": string")})${t(": EdgeFate")} {
  switch (code) {
${codeCases()}    default:
      return "never";
  }
}

/** Says what a \`server.error\` refuses; null for every other event. */
${exported}function edgeRefusal(event${t(": unknown")})${t(": string | null")} {
  const { type, code = "unknown", channel, nodeId, serverTime } = ${read("event")};
  if (type !== "server.error") return null;
  const where = [channel, nodeId, serverTime].filter((part) => part !== undefined);
  return [\`\${code} (\${edgeFate(code)})\`, ...where].join(", ");
}

/** The codes that can refuse a publish. */
const PUBLISH_REFUSALS = new Set${t("<string>")}([
  "authorization.publish_denied",
  "channel.not_subscribed",
  "event.name_required",
  "payload.too_large",
  "rate_limit.exceeded",
  "rate_limit.unavailable",
  "service.unavailable",
]);

/**
 * Publishes, and waits for the server's \`publish.accepted\`. Rejects where the socket is away, where nothing comes in
 * time, and on a refusal; a refusal names no publish, so of several in flight it may be another one's.
 */
${exported}function publishConfirmed(channel${t(": EdgePublisher")}, name${t(": string")}, data${t(": unknown")}, waitMs = 5000)${t(": Promise<string>")} {
  return new Promise((resolve, reject) => {
    let id = "";
    const early${t(": unknown[]")} = [];
    let timer${t(": ReturnType<typeof setTimeout> | undefined")};
    const stop = channel.onRawEvent((event) => {
      if (id === "") early.push(event);
      else look(event);
    });
    const end = (problem${t(": string | null")}) => {
      clearTimeout(timer);
      stop();
      if (problem === null) resolve(id);
      else reject(new Error(\`\${name}: \${problem}\`));
    };
    const look = (event${t(": unknown")}) => {
      const { type, code = "unknown", clientEventId } = ${read("event")};
      if (type === "publish.accepted" && clientEventId === id) end(null);
      if (type === "server.error" && PUBLISH_REFUSALS.has(code)) end(code);
    };
    const { sent, clientEventId } = channel.publish(name, data);
    id = clientEventId;
    if (!sent) return end("the socket is away");
    timer = setTimeout(() => end("not confirmed"), waitMs);
    early.forEach(look);
  });
}

/** Publishes, and says whether the server accepted it in time. */
${exported}function publishAccepted(channel${t(": EdgePublisher")}, name${t(": string")}, data${t(": unknown")})${t(": Promise<boolean>")} {
  return publishConfirmed(channel, name, data).then(
    () => true,
    () => false,
  );
}

/**
 * Gives a function that repeats what was refused: only for codes of the class backoff, after a growing wait with
 * jitter, and a few times; a quiet minute starts anew. It says whether it will.
 */
${exported}function edgeRepeats(most = 4)${t(": (code: string, repeat: () => void) => boolean")} {
  let tries = 0;
  let last = 0;
  return (code, repeat) => {
    if (Date.now() - last > 60000) tries = 0;
    last = Date.now();
    if (edgeFate(code) !== "backoff" || tries >= most) return false;
    setTimeout(repeat, 500 * 2 ** tries++ + Math.random() * 250);
    return true;
  };
}

/** The HTTP status in the text with which the backend SDK rejects; undefined where there was no answer. */
${exported}function edgeHttpStatus(err${t(": unknown")})${t(": number | undefined")} {
  const text = err instanceof Error ? err.message : "";
  const status = /^edge (?:publish|presence|token revocation) failed with status (\\d{3})\\b/;
  const found = status.exec(text);
  return found ? Number(found[1]) : undefined;
}

/** Whether the same call, with the same \`clientEventId\`, may be made again: after 429, 503, or a lost answer. */
${exported}function edgeMayRepeat(err${t(": unknown")})${t(": boolean")} {
  const status = edgeHttpStatus(err);
  return status === undefined || status === 429 || status === 503;
}

/** What failed of \`Promise.allSettled\`, each with its place and status. */
${exported}function edgeFailures(results${t(": readonly PromiseSettledResult<unknown>[]")})${t(": string[]")} {
  return results.flatMap((result, index) =>
    result.status === "rejected" ? [\`#\${index}: \${edgeHttpStatus(result.reason) ?? String(result.reason)}\`] : [],
  );
}
${isCommonJs ? `\nmodule.exports = {\n${NAMES.map((name) => `  ${name},\n`).join("")}};\n` : ""}`;
}
