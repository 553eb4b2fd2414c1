import type { PatternRule } from "../patternRule.ts";
import { errorCodes } from "./signals.ts";

/** What the SDK's types say and do not hold to: S14, S15. */
export const sdkTypeRules: readonly PatternRule[] = [
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
];
