import { isCall, isMember, memberName, unwrap, type Node } from "../../syntax/node.ts";
import { placeOf, type SourceModule } from "../../syntax/sourceModule.ts";

const ROUTE =
  /^(get|post|put|patch|delete|del|all|use|route|handle|handler|query|mutation|subscription|createServer|on|openapi)$/;

/** The name of what a call calls: its last part. */
export function calledName(call: Node): string | null {
  if (!isCall(call) && call.type !== "NewExpression") return null;
  const callee = unwrap(call.callee as Node);
  if (isMember(callee)) return memberName(callee);
  return callee.type === "Identifier" ? callee.name : null;
}

/** Whether a call registers a handler: `router.post("/auth", …)`, `procedure.mutation(…)`, `createServer(…)`. */
export function isRoute(call: Node): boolean {
  return isCall(call) && ROUTE.test(calledName(call) ?? "");
}

/** The outermost call that a function is given to where it stands, and all calls on the way: wrappers and the route. */
export function callsAround(fn: Node, module: SourceModule): readonly Node[] {
  const found: Node[] = [];
  for (let at = fn, place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
    const { parent, key } = place;
    if (isCall(parent) && key === "arguments") found.push(parent);
    else if (isCall(parent) || isMember(parent)) continue;
    else if (
      parent.type !== "ArrayExpression" &&
      parent.type !== "ObjectExpression" &&
      parent.type !== "ObjectProperty" &&
      parent.type !== "ObjectMethod" &&
      parent.type !== "AwaitExpression" &&
      !parent.type.startsWith("TS")
    )
      return found;
  }
  return found;
}
