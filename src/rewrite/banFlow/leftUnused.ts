import { encloses, isCall, isMember, memberName, unwrap, type Node } from "../../syntax/node.ts";
import { bindingOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { rootOf } from "../../detect/banFlow/reachedNodes.ts";

/** The names of clients, variables and members of `this`, that nothing uses any more once some calls on them are gone. */
export function leftUnused(calls: readonly Node[], module: SourceModule): readonly string[] {
  const isGone = (node: Node) => calls.some((call) => encloses(call, node));
  const names = calls.flatMap((call) => {
    const callee = isCall(call) ? unwrap(call.callee as Node) : null;
    const client = callee && isMember(callee) ? unwrap(callee.object) : null;
    if (!client) return [];
    const own = ownMember(client);
    if (own !== null) return isMemberUsed(own, isGone, module) ? [] : [`this.${own}`];
    const root = rootOf(client);
    const binding = root && bindingOf(module, root);
    if (!binding || binding.kind === "import" || !binding.references.every(isGone)) return [];
    return [binding.name];
  });
  return [...new Set(names)];
}

function ownMember(node: Node): string | null {
  return isMember(node) && unwrap(node.object).type === "ThisExpression" ? memberName(node) : null;
}

function isMemberUsed(name: string, isGone: (node: Node) => boolean, module: SourceModule): boolean {
  let is = false;
  walk(module.ast.program, (node) => {
    is ||= isMember(node) && memberName(node) === name && !isGone(node) && !isWritten(node);
  });
  return is;

  /** `this.pusher = …` of a constructor is no use. */
  function isWritten(node: Node): boolean {
    let written = false;
    walk(module.ast.program, (one) => {
      written ||= one.type === "AssignmentExpression" && one.left === node;
    });
    return written;
  }
}
