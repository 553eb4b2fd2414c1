import type * as t from "@babel/types";
import type { SourceModule } from "../syntax/sourceModule.ts";
import type { Form, Intent } from "./intent.ts";
import { listOf } from "./surroundings.ts";

type Wrap = Extract<Form, { kind: "wrap" }>;

/** Joins intents that mend the same place: the same `try`, the same chain, neighbouring statements of one list. */
export function mergeIntents(intents: readonly Intent[], module: SourceModule): readonly Intent[] {
  const merged: Intent[] = [];
  for (const intent of intents) {
    const index = merged.findIndex((other) => join(other, intent, module) !== null);
    const joined = index === -1 ? null : join(merged[index] as Intent, intent, module);
    if (joined) merged[index] = joined;
    else merged.push(intent);
  }
  return merged;
}

function join(a: Intent, b: Intent, module: SourceModule): Intent | null {
  const form = joinForms(a, b, module);
  if (!form) return null;
  const isReview = a.safety === "review" || b.safety === "review";
  const reason = a.reason ?? b.reason;
  const tail = a.tail === "throw" || b.tail === "throw" ? "throw" : b.tail;
  return {
    ...a,
    form,
    tail,
    sites: [...a.sites, ...b.sites],
    safety: isReview ? "review" : "safe",
    ...(reason === undefined ? {} : { reason }),
  };
}

function joinForms(a: Intent, b: Intent, module: SourceModule): Form | null {
  const [x, y] = [a.form, b.form];
  if (x.kind === "wrap" && y.kind === "wrap" && family(a) === family(b) && a.handler === b.handler)
    return joinWraps(x, y, module);
  if (x.kind === "arrow" && y.kind === "arrow") return x.fn === y.fn ? x : null;
  if (x.kind === "add-catch" && y.kind === "add-catch")
    return x.statement === y.statement ? { ...x, awaits: [...x.awaits, ...y.awaits] } : null;
  if (x.kind === "fill" && y.kind === "fill") return x.handler === y.handler ? x : null;
  if ((x.kind === "chain" || x.kind === "iife" || x.kind === "await") && x.kind === y.kind)
    return x.node === y.node ? x : null;
  return null;
}

/** `return` and "nothing" differ only in whether something follows. */
function family({ tail }: Intent): string {
  return tail === "return" ? "nothing" : tail === "return-next" ? "next" : tail;
}

function joinWraps(a: Wrap, b: Wrap, module: SourceModule): Wrap | null {
  const list = listOf(a.first, module);
  if (a.first === b.first && a.last === b.last)
    return { ...a, awaits: [...new Set([...a.awaits, ...b.awaits])] };
  if (!list || list !== listOf(b.first, module)) return null;
  const [first, last] = [
    Math.min(list.indexOf(a.first), list.indexOf(b.first)),
    Math.max(list.indexOf(a.last), list.indexOf(b.last)),
  ];
  const isAdjacent =
    list.indexOf(b.first) <= list.indexOf(a.last) + 1 && list.indexOf(a.first) <= list.indexOf(b.last) + 1;
  if (!isAdjacent) return null;
  return {
    kind: "wrap",
    first: list[first] as t.Statement,
    last: list[last] as t.Statement,
    awaits: [...a.awaits, ...b.awaits],
  };
}
