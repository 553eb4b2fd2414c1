import { contractOfPackage, contracts } from "../contracts/index.ts";
import type { Project } from "../project/types.ts";
import type { Modules } from "../resolve/modules.ts";
import { Tracer } from "../resolve/tracer.ts";
import type { Value } from "../resolve/value.ts";
import { isCall, isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import { lineOf, walk, type SourceModule } from "../syntax/sourceModule.ts";

/** What the type checker knows of receivers that declarations alone do not explain, by the receiver's node. */
export type Hints = ReadonlyMap<Node, readonly Value[]>;

const NONE: Hints = new Map();
const FUNCTIONS = new Set(contracts.flatMap((contract) => contract.functions.map((fn) => fn.name)));
/** Names that nearly everything else has too: for them the receiver's own text has to speak of the package. */
const COMMON = new Set(
  contracts
    .filter((contract) => contract.requests)
    .flatMap((contract) => contract.functions.map((fn) => fn.name)),
);

interface Question {
  readonly node: Node;
  readonly module: SourceModule;
}

/**
 * Asks the type checker about receivers of calls named like a contract's function that the tracer cannot explain:
 * generics, contextual types, inference. It is loaded only where there is such a call.
 */
export async function secondOpinions(
  project: Project,
  modules: Modules,
  files: readonly string[],
  reaching: ReadonlySet<string>,
): Promise<Hints> {
  const tracer = new Tracer(modules, (file) => reaching.has(file));
  const questions = files.flatMap((file) => questionsOf(file, modules, tracer));
  if (questions.length === 0) return NONE;
  const { openTypeOracle } = await import("../project/typeOracle.ts");
  const oracle = await openTypeOracle({
    graph: project,
    stubs: contracts.map((contract) => ({ packageName: contract.package, text: contract.declarations })),
    reaching: [...reaching],
    files: [...new Set(questions.map(({ module }) => module.file))],
  });
  const hints = new Map<Node, readonly Value[]>();
  for (const { node, module } of questions) {
    const type = oracle.receiverType(module.file, node.start ?? 0, node.end ?? 0);
    const contract = type ? contractOfPackage(type.packageName) : undefined;
    const role = type ? (contract?.types[type.name] ?? contract?.types["default"]) : undefined;
    if (!type || !contract || role === undefined) continue;
    hints.set(node, [
      {
        kind: "role",
        contract: contract.name,
        role,
        trace: [{ file: module.file, line: lineOf(node), note: `of type ${type.name}` }],
      },
    ]);
  }
  return hints;
}

/** The receivers in a file that call a function with a telling name and mean nothing to the tracer. */
function questionsOf(file: string, modules: Modules, tracer: Tracer): readonly Question[] {
  const text = modules.graph.read(file) ?? "";
  if (![...FUNCTIONS].some((name) => text.includes(`${name}(`))) return [];
  const module = modules.get(file);
  if (!module) return [];
  const found: Question[] = [];
  walk(module.ast.program, (node) => {
    const callee = isCall(node) ? unwrap(node.callee as Node) : null;
    if (!callee || !isMember(callee)) return;
    const name = memberName(callee);
    if (name === null || !FUNCTIONS.has(name) || !isTelling(name, callee.object, module)) return;
    if (tracer.evaluate(callee.object, module).length === 0) found.push({ node: callee.object, module });
  });
  return found;
}

/** `get` and `delete` are everybody's. */
function isTelling(name: string, receiver: Node, module: SourceModule): boolean {
  if (name.length > 4 && !COMMON.has(name)) return true;
  const text = module.text.slice(receiver.start ?? 0, receiver.end ?? 0).toLowerCase();
  return contracts.some((contract) => text.includes(contract.package));
}
