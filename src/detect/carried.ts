import { isCall, isMember, unwrap, type FunctionNode, type Node } from "../syntax/node.ts";
import { bindingOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "../resolve/evaluator.ts";
import { requestCall } from "../resolve/requests.ts";
import type { SdkCallValue, Value } from "../resolve/value.ts";
import { importSpecifier } from "./access.ts";
import type { Fate } from "./fate.ts";
import { Fates } from "./fates.ts";

/** Follows failures only until they leave one function, and notes that they did. */
class FatesWithin extends Fates {
  readonly #target: FunctionNode;
  hasLeft = false;

  constructor(tracer: Evaluator, target: FunctionNode) {
    super(tracer);
    this.#target = target;
  }

  protected override thrownOn(statement: Node, module: SourceModule): void {
    this.thrown(statement, module);
  }

  protected override passedOn(call: Node, module: SourceModule): void {
    this.of(call, module);
  }

  override leaves(fn: FunctionNode | null, at: Node, module: SourceModule): Fate {
    if (fn !== this.#target) return super.leaves(fn, at, module);
    this.hasLeft = true;
    return {
      ending: "outside",
      here: "leaves",
      disposition: "returned",
      boundary: { fn, kind: "onward" },
      at,
      module,
      steps: [],
    };
  }
}

/** The calls of a contract that an expression's value stands for: its own, or those that a function of the project hands on. */
export function sdkCallsOf(tracer: Evaluator, call: Node, module: SourceModule): readonly SdkCallValue[] {
  if (!isCall(call) || call.callee.type === "Import" || call.callee.type === "Super") return [];
  // A parameter that is called is its caller's business: the finding sits where the function is passed.
  if (call.callee.type === "Identifier" && bindingOf(module, call.callee)?.kind === "param") return [];
  if (comesFromElsewhere(tracer, call.callee, module)) return [];
  const callees = tracer.evaluate(call.callee, module);
  return callees.flatMap((callee): readonly SdkCallValue[] => {
    if (callee.kind === "sdk-method")
      return [
        {
          kind: "sdk-call",
          contract: callee.contract,
          name: callee.name,
          opaque: false,
          trace: callee.trace,
        },
      ];
    const request = requestCall(tracer, callee, call);
    if (request) return [request];
    return callee.kind === "function" ? tracer.returnsOf(callee).filter((v) => v.kind === "sdk-call") : [];
  });
}

/** `db.users.find()`: an import from a file that cannot hold a value of a contract. Saves opening that file. */
function comesFromElsewhere(tracer: Evaluator, callee: Node, module: SourceModule): boolean {
  let root = unwrap(callee);
  while (isMember(root)) root = unwrap(root.object);
  const binding = root.type === "Identifier" ? bindingOf(module, root) : null;
  const specifier = binding && importSpecifier(binding.declaration, module);
  if (specifier == null) return false;
  const target = tracer.modules.graph.resolve(specifier, module.file);
  return target.kind === "file" && !tracer.canReach(target.file);
}

/** The failures that an async function lets out although it awaits the calls itself: to its callers it is the same promise. */
export function carriedBy(tracer: Evaluator, fn: FunctionNode, module: SourceModule): readonly Value[] {
  const found: Value[] = [];
  const fates = new FatesWithin(tracer, fn);
  for (const node of callsIn(fn)) {
    const calls = sdkCallsOf(tracer, node, module);
    if (calls.length === 0) continue;
    fates.hasLeft = false;
    fates.of(node, module);
    if (fates.hasLeft) found.push(...calls.map((call): Value => ({ ...call, opaque: true })));
  }
  return found;
}

const calls = new WeakMap<FunctionNode, readonly Node[]>();

/** The calls in a function, inner functions included; the question is asked of the same functions again and again. */
function callsIn(fn: FunctionNode): readonly Node[] {
  let found = calls.get(fn);
  if (!found) {
    const nodes: Node[] = [];
    walk(fn.body, (node) => {
      if (isCall(node)) nodes.push(node);
    });
    calls.set(fn, (found = nodes));
  }
  return found;
}
