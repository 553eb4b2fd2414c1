import { resolvedValue } from "./requests.ts";
import { union, type Value } from "./value.ts";

/** What awaiting gives: the content of promises; anything else stays what it is. */
export function awaited(values: readonly Value[]): readonly Value[] {
  return union(
    ...values.map((v) =>
      v.kind === "promise" ? awaited(v.of) : v.kind === "sdk-call" ? resolvedValue(v) : [v],
    ),
  );
}
