import type { Evaluator } from "../../resolve/evaluator.ts";
import type { Step } from "../../resolve/value.ts";
import { isCall, keyName, unwrap, type FunctionNode, type Node } from "../../syntax/node.ts";
import { functionAround, parentOf, placeOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { exportedNames } from "../conventions.ts";
import { stepAt } from "../fate.ts";
import type { Uses } from "../uses.ts";
import { isRunInline, stepsOf, type FlowStep } from "./flowSteps.ts";
import { callsAround } from "./routes.ts";
import { hasText } from "./hasText.ts";
import { namesBanFlow, namesLastingBan, wordsOf } from "./words.ts";

const MAX_CALLERS = 3;
export const TERMINATE = "terminateUserConnections";

/** A place where a user is thrown out, and what keeps them out there. */
export interface Flow {
  /** The call of the SDK. */
  readonly terminate: Node;
  /** `blocked`: a step before it keeps the user out. `late`: one after it. `together`: one at the same time. `never`: none. */
  readonly verdict: "blocked" | "late" | "together" | "never";
  /** The step that decides. */
  readonly step?: FlowStep;
  /** Here, or in another function that calls the same terminate, a state is written that somebody has to ask for. */
  readonly writesState: boolean;
  /** Its names speak of more than a kick or a sign-out. */
  readonly isLasting: boolean;
  /** The function that the flow is, which may be a caller's. */
  readonly fn: FunctionNode;
  readonly module: SourceModule;
  readonly trace: readonly Step[];
}

/** The flows of a module: its calls of the SDK's terminate that stand in one, here or by their callers. */
export function flowsOf(tracer: Evaluator, uses: Uses, module: SourceModule): readonly Flow[] {
  if (!module.text.includes(TERMINATE)) return [];
  const found: Flow[] = [];
  walk(module.ast.program, (node) => {
    if (!isCall(node)) return;
    const method = tracer
      .evaluate(node.callee as Node, module)
      .find((v) => v.kind === "sdk-method" && v.contract === "pusher" && v.name === TERMINATE);
    if (method?.kind !== "sdk-method") return;
    const flow = judge(node, node, module, uses, 0);
    if (flow) found.push({ ...flow, trace: [...method.trace, ...flow.trace] });
  });
  return found;
}

function judge(terminate: Node, at: Node, module: SourceModule, uses: Uses, depth: number): Flow | null {
  const fn = flowFunction(at, module);
  // Where one user blocks another, only one of the two must not see the other.
  if (!fn || hasText(fn, (text) => wordsOf(text).includes("blocker"))) return null;
  const names = namesOf(fn, module);
  const base = {
    terminate,
    fn,
    module,
    isLasting: names.some(namesLastingBan),
    trace: depth === 0 ? [] : [stepAt(at, module, "called here")],
  };
  const steps = stepsOf(fn, at, module);
  const step =
    steps.find((one) => one.when === "before" && one.kind === "explicit") ??
    steps.find((one) => one.when === "before") ??
    steps.find((one) => one.when === "together") ??
    steps.find((one) => one.when === "after");
  if (step) {
    const verdict = ({ before: "blocked", together: "together", after: "late" } as const)[step.when];
    const writesState = step.kind !== "removal";
    return { ...base, verdict, step, writesState, isLasting: base.isLasting || writesState };
  }
  const callers = depth < MAX_CALLERS ? callsOf(fn, module, uses) : [];
  const byCaller = callers
    .map((caller) => judge(terminate, caller.node, caller.module, uses, depth + 1))
    .filter((flow) => flow !== null);
  const worst = byCaller.find((flow) => flow.verdict !== "blocked") ?? byCaller[0];
  if (worst) return { ...worst, writesState: byCaller.some((flow) => flow.writesState) };
  return names.some(namesBanFlow) ? { ...base, verdict: "never", writesState: false } : null;
}

/** The function whose steps count: loops and transactions run inside of it. */
function flowFunction(node: Node, module: SourceModule): FunctionNode | null {
  let fn = functionAround(module, node);
  while (fn && isRunInline(fn, module)) fn = functionAround(module, fn);
  return fn;
}

function callsOf(
  fn: FunctionNode,
  module: SourceModule,
  uses: Uses,
): readonly { node: Node; module: SourceModule }[] {
  return uses.of(fn, module).flatMap((use) => {
    const call = parentOf(use.module, use.node);
    return call && isCall(call) && unwrap(call.callee as Node) === use.node
      ? [{ node: call, module: use.module }]
      : [];
  });
}

/** What a function is known by: its name, its exported names, its class's, and the routes that it is registered for. */
function namesOf(fn: FunctionNode, module: SourceModule): readonly string[] {
  const holder = placeOf(module, fn)?.parent;
  const calls = [
    ...callsAround(fn, module),
    ...("decorators" in fn ? (fn.decorators ?? []).map((one) => one.expression) : []),
  ];
  return [
    ...exportedNames(fn, module).filter((name) => name !== "default"),
    ...("id" in fn && fn.id ? [fn.id.name] : []),
    ...("key" in fn ? [keyName(fn) ?? ""] : []),
    ...(holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? [holder.id.name] : []),
    ...(holder?.type === "ObjectProperty" || holder?.type === "ClassProperty" ? [keyName(holder) ?? ""] : []),
    ...calls.flatMap((call) =>
      isCall(call)
        ? call.arguments.flatMap((argument) => (argument.type === "StringLiteral" ? [argument.value] : []))
        : [],
    ),
    // The address of a route that is a file: the folders that it is in.
    ...(/\/(app|pages)\/api\//.test(module.file) ? [module.file.replace(/^.*\/(app|pages)\/api\//, "")] : []),
  ];
}
