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

function write({ isTypeScript, isCommonJs }: HelperForm): string {
  const t = (text: string) => (isTypeScript ? text : "");
  const exported = isCommonJs ? "" : "export ";
  return `// Seuraa Edge: what a \`server.error\` means, and the status that a rejection's text holds.
${t(`
/** What may be done after a refusal: a new token, something else first, again later, a fix. */
export type EdgeFate = "auth" | "state" | "backoff" | "never";

/** What a \`server.error\` holds. */
interface EdgeEvent {
  type?: string;
  code?: string;
  channel?: string;
  nodeId?: string;
  serverTime?: string;
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
  const { type, code = "unknown", channel, nodeId, serverTime } = ${isTypeScript ? "(event ?? {}) as EdgeEvent" : "event ?? {}"};
  if (type !== "server.error") return null;
  const where = [channel, nodeId, serverTime].filter((part) => part !== undefined);
  return [\`\${code} (\${edgeFate(code)})\`, ...where].join(", ");
}

/** The HTTP status in the text with which the backend SDK rejects; undefined where there was no answer. */
${exported}function edgeHttpStatus(err${t(": unknown")})${t(": number | undefined")} {
  const text = err instanceof Error ? err.message : "";
  const status = /^edge (?:publish|presence|token revocation) failed with status (\\d{3})\\b/;
  const found = status.exec(text);
  return found ? Number(found[1]) : undefined;
}
${isCommonJs ? "\nmodule.exports = { edgeFate, edgeRefusal, edgeHttpStatus };\n" : ""}`;
}
