import type { Tracer } from "../../resolve/tracer.ts";
import { CREATED, type Step, type Value } from "../../resolve/value.ts";
import { isCall, isMember, startOf, type Node } from "../../syntax/node.ts";
import { lineOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import type { SpecifierFor } from "./importOf.ts";
import { movable } from "./movable.ts";
import type { FoundPusher } from "./wiring.ts";

/** A client that no module exports, built once more from what it was built from, where that is environment variables. */
export function builtAnew(
  modules: readonly SourceModule[],
  tracer: Tracer,
  isClient: (value: Value) => boolean,
  specifierFor: SpecifierFor,
): FoundPusher {
  const made = modules.flatMap((module) => clientsMadeIn(module, tracer, isClient));
  if (made.length === 0)
    return { reason: "no Pusher client was found that a module of its own could import" };
  for (const { node, module } of made) {
    const moved = movable(node, module, specifierFor);
    const root = rootName(node);
    if (!moved || root === null) continue;
    return {
      module,
      wired: {
        imports: moved.imports,
        expression: "ownPusher()",
        setup: `
let ownClient⟨: ${root} | undefined⟩;

/** A client of the module's own, because no other module exports one. */
function ownPusher()⟨: ${root}⟩ {
  ownClient = ownClient ?? ${moved.text};
  return ownClient;
}
`,
      },
    };
  }
  return {
    reason:
      "no module exports the Pusher client, and what it is built from is not environment variables alone",
  };
}

interface Made {
  readonly node: Node;
  readonly module: SourceModule;
}

function clientsMadeIn(
  module: SourceModule,
  tracer: Tracer,
  isClient: (value: Value) => boolean,
): readonly Made[] {
  const found: Made[] = [];
  walk(module.ast.program, (node) => {
    if (node.type !== "NewExpression" && !isCall(node)) return;
    const isMade = tracer
      .evaluate(node, module)
      .some((value) => isClient(value) && "trace" in value && isAt(value.trace[0], node, module));
    if (isMade) found.push({ node, module });
  });
  return found.toSorted((a, b) => startOf(a.node) - startOf(b.node));
}

function isAt(step: Step | undefined, node: Node, module: SourceModule): boolean {
  return step?.note === CREATED && step.file === module.file && step.line === lineOf(node);
}

/** The class in `new Pusher()` and `Pusher.forURL()`. */
function rootName(node: Node): string | null {
  if (node.type !== "NewExpression" && !isCall(node)) return null;
  const callee = node.callee as Node;
  const root = isMember(callee) ? callee.object : callee;
  return root.type === "Identifier" ? root.name : null;
}
