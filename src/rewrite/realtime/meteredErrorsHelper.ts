import { errorCodes } from "../../contracts/metered/signals.ts";
import type { RetryClass } from "../../model/contract.ts";
import type { HelperForm, HelperSource } from "./helperFile.ts";

/** The helper of the SDK: what a failed call means, and calls that are repeated only where that can help. */
export const meteredErrorsHelper: HelperSource = { name: "metered-errors", write };

const FATES: readonly (readonly [RetryClass, string])[] = [
  ["never", "fix-caller"],
  ["config", "fix-key"],
  ["state", "free-a-slot"],
  ["maybe", "offline"],
  ["quota", "quota"],
  ["backoff", "again"],
];

function codeCases(): string {
  return FATES.map(([retry, fate]) => {
    const codes = errorCodes.filter((code) => code.retry === retry).map(({ name }) => name);
    const more = retry === "never" ? ["OversizedPayloadError", "MeteredPeerOversizedError", "TypeError"] : [];
    return `${[...codes, ...more].map((name) => `    case "${name}":\n`).join("")}      return "${fate}";\n`;
  }).join("");
}

function write({ isTypeScript, isCommonJs }: HelperForm): string {
  const t = (text: string) => (isTypeScript ? text : "");
  const exported = isCommonJs ? "" : "export ";
  const given = isTypeScript ? "(err ?? {}) as { name?: string; closeCode?: number }" : "err ?? {}";
  return `// The SDK of Metered Realtime: what a failed call means, and which calls may be made again.
${t(`
/** What a failed call asks for. After an unknown outcome the message may have arrived. */
export type MeteredFate =
  | ${FATES.map(([, fate]) => `"${fate}"`).join("\n  | ")}
  | "when-connected"
  | "give-up"
  | "unknown-outcome";
`)}
/** Tells what a failed call asks for; the server's code is the error's \`name\`. */
${exported}function meteredFate(err${t(": unknown")})${t(": MeteredFate")} {
  const { name = "", closeCode = 0 } = ${given};
  switch (name) {
${codeCases()}    case "NotConnectedError":
      return "when-connected";
    case "SignallingConnectError":
      if (closeCode === 4010) return "quota";
      return [1008, 4001, 4003, 4012, 4020].includes(closeCode) ? "give-up" : "again";
    default:
      return "unknown-outcome";
  }
}

/** Whether the same call may be made again: the server had a passing fault, or the frame never left. */
${exported}function mayRepeat(err${t(": unknown")})${t(": boolean")} {
  const fate = meteredFate(err);
  return fate === "again" || fate === "when-connected";
}

/** Whether a connection or subscription may be tried again: unless the key, the account or the request is at fault. */
${exported}function mayConnectAgain(err${t(": unknown")})${t(": boolean")} {
  // A token provider that does not reach its server fails with a TypeError.
  if (${isTypeScript ? "(err as { name?: string } | null)" : "err"}?.name === "TypeError") return true;
  const fate = meteredFate(err);
  return fate !== "fix-caller" && fate !== "fix-key" && fate !== "give-up";
}

/** Makes a call, and again where that can help: twice at most, with growing delays. */
${exported}async function retryTransient${t("<T>")}(call${t(": () => Promise<T>")})${t(": Promise<T>")} {
  for (let tries = 0; ; tries++) {
    try {
      return await call();
    } catch (err) {
      if (!mayRepeat(err) || tries >= 2) throw err;
      const waitMs = 500 * 2 ** tries * (0.8 + Math.random() * 0.4);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
${isCommonJs ? "\nmodule.exports = { meteredFate, mayRepeat, mayConnectAgain, retryTransient };\n" : ""}`;
}
