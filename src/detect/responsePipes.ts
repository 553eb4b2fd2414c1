import { requestModel } from "../resolve/requests.ts";
import type { Evaluator } from "../resolve/evaluator.ts";
import type { SdkCallValue } from "../resolve/value.ts";
import { isCall, isFunction, isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import { bindingOf, placeOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import { lost, type FateFinder } from "./fate.ts";
import { thrownAt } from "./requestFates.ts";
import type { Site } from "./site.ts";

/** `const res = await superagent.get(url); res.pipe(file)`: the pipes of responses. */
export function responsePipes(fates: FateFinder, module: SourceModule): readonly Site[] {
  const { tracer } = fates;
  const found: Site[] = [];
  walk(module.ast.program, (node) => {
    const callee = isCall(node) ? unwrap(node.callee as Node) : null;
    if (!isCall(node) || !callee || !isMember(callee) || memberName(callee) !== "pipe") return;
    for (const value of tracer.evaluate(callee.object, module)) {
      const model = value.kind === "role" ? requestModel(value.contract) : null;
      if (value.kind !== "role" || model?.response !== value.role) continue;
      const { contract, trace } = value;
      const request = requestOf(callee.object, module);
      found.push({
        call: node,
        contract,
        name: model.pipe,
        via: "direct",
        fate: { ...lost("piped", node, module), pipe: node, ...thrownAt(fates, node, module) },
        value: (request && callIn(tracer, request, module)) ?? {
          kind: "sdk-call",
          contract,
          name: model.pipe,
          opaque: false,
          trace,
        },
        module,
        rule: model.responsePipeRule,
        ...(request ? { request } : {}),
      });
      return;
    }
  });
  return found;
}

function callIn(tracer: Evaluator, request: Node, module: SourceModule): SdkCallValue | undefined {
  return tracer.evaluate(request, module).find((v) => v.kind === "sdk-call");
}

/** The request that a response came from, where that is written in the same file: awaited, or given to a callback. */
function requestOf(response: Node, module: SourceModule): Node | null {
  const node = unwrap(response);
  if (node.type === "AwaitExpression") return unwrap(node.argument);
  const binding = bindingOf(module, node);
  if (!binding) return null;
  const { declaration } = binding;
  if (declaration.type === "VariableDeclarator") {
    const init = declaration.init && unwrap(declaration.init);
    return init?.type === "AwaitExpression" && binding.writes.length === 0 ? unwrap(init.argument) : null;
  }
  if (!isFunction(declaration)) return null;
  const place = placeOf(module, declaration);
  const callee =
    place && isCall(place.parent) && place.key === "arguments" ? unwrap(place.parent.callee as Node) : null;
  return callee && isMember(callee) && /^(then|end)$/.test(memberName(callee) ?? "")
    ? unwrap(callee.object)
    : null;
}
