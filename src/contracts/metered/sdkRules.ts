import type { PatternRule } from "../patternRule.ts";
import { sdkCallRules } from "./sdkCallRules.ts";
import { sdkTypeRules } from "./sdkTypeRules.ts";
import { sdkObjectRules } from "./sdkObjectRules.ts";

const number = ({ pattern }: PatternRule): number => Number(pattern.slice(1));

/** Patterns S1 to S18: the SDK `@metered-ca/realtime`. */
export const sdkRules: readonly PatternRule[] = [
  ...sdkCallRules,
  ...sdkObjectRules,
  ...sdkTypeRules,
].toSorted((a, b) => number(a) - number(b));
