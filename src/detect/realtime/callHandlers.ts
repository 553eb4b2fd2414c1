import { isCall, isFunction, unwrap, type Node } from "../../syntax/node.ts";
import type { Binding } from "../../syntax/scope.ts";
import { bindingOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { sdkCallsOf } from "../carried.ts";
import type { FateFinder } from "../fate.ts";

/** A call of a contract, and the handler that gets its failure. */
export interface CallHandler {
  readonly call: Node;
  readonly name: string;
  /** A catch clause or a function. */
  readonly handler: Node;
  /** What the handler calls the error; null where it takes none. */
  readonly error: Binding | null;
}

/** The handlers of a contract's calls in a module, each once. */
export function handlersOfCalls(
  fates: FateFinder,
  module: SourceModule,
  contract: string,
): readonly CallHandler[] {
  const found = new Map<Node, CallHandler>();
  walk(module.ast.program, (node) => {
    if (!isCall(node)) return;
    const call = sdkCallsOf(fates.tracer, node, module).find(
      (one) => one.contract === contract && !one.opaque,
    );
    if (!call) return;
    const fate = fates.of(node, module);
    const handler = fate.handler && fate.module === module ? unwrap(fate.handler) : null;
    if (!handler || found.has(handler)) return;
    const param =
      handler.type === "CatchClause" ? handler.param : isFunction(handler) ? handler.params[0] : null;
    if (handler.type !== "CatchClause" && !isFunction(handler)) return;
    const error = param?.type === "Identifier" ? bindingOf(module, param) : null;
    found.set(handler, { call: node, name: call.name, handler, error });
  });
  return [...found.values()];
}
