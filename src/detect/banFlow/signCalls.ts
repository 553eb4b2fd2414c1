import { findContract } from "../../contracts/index.ts";
import type { Evaluator } from "../../resolve/evaluator.ts";
import type { Step } from "../../resolve/value.ts";
import { isCall, isMember, memberName, unwrap, type Node } from "../../syntax/node.ts";
import { walk, type SourceModule } from "../../syntax/sourceModule.ts";

/** A call that signs: whoever gets what it returns is let in by the service. */
export interface SignCall {
  readonly call: Node;
  readonly name: string;
  /** `user`: it signs a user in. `channel`: it lets a client into a channel. */
  readonly kind: "user" | "channel";
  readonly trace: readonly Step[];
}

const SIGNS: Readonly<Record<string, SignCall["kind"]>> = {
  authorizeChannel: "channel",
  authenticate: "channel",
  authenticateUser: "user",
};

const SIGNING = /\b(authorizeChannel|authenticateUser|authenticate)\b/;

/** The calls of a module that sign for a client. */
export function signCalls(tracer: Evaluator, module: SourceModule): readonly SignCall[] {
  if (!SIGNING.test(module.text)) return [];
  const found: SignCall[] = [];
  walk(module.ast.program, (node) => {
    const callee = isCall(node) ? unwrap(node.callee as Node) : null;
    if (!callee || !isMember(callee)) return;
    const name = memberName(callee) ?? "";
    const kind = SIGNS[name];
    if (!kind) return;
    for (const value of tracer.evaluate(callee.object, module)) {
      if (value.kind !== "role" || value.contract !== "pusher") continue;
      if (!findContract("pusher")?.roles[value.role]?.hasFunctions) continue;
      found.push({ call: node, name, kind, trace: value.trace });
      return;
    }
  });
  return found;
}
