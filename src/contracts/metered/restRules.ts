import type { PatternRule } from "../patternRule.ts";
import { statuses } from "./signals.ts";

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
  {
    pattern: "T2b",
    name: "closed-zero-taken-for-failure",
    severity: "warning",
    safety: "manual",
    functions: ["fetch"],
    summary: "A kick that ended no connection counts as failed.",
    inProduction: "`closed: 0` means that the peer had none: the kick is repeated, or reported as failed.",
    handling: "Take every answer with `ok` for success.",
    before: `const { closed } = await res.json();
if (!closed) throw new Error("not kicked");`,
    after: `if (!res.ok) throw new Error(\`metered-realtime answered \${res.status}\`);`,
  },
];
