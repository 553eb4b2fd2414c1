import {
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  isTypeWrapper,
  type Node,
} from "../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  placeOf,
  textOf,
  type SourceModule,
} from "../../syntax/sourceModule.ts";

/** Whether some code looks at what the SDK answers to a call: `terminate` of the ban flow gives something else. */
export function isAnswerUsed(call: Node, module: SourceModule): boolean {
  let at = call;
  for (let place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
    const { parent, key } = place;
    if (parent.type === "AwaitExpression" || isTypeWrapper(parent)) continue;
    // `isBanned && (await terminate())`
    if (key !== "test" && /^(Logical|Conditional)Expression$/.test(parent.type)) continue;
    if (isMember(parent) && key === "object") {
      const next = parentOf(module, parent);
      const method = memberName(parent) ?? "";
      if (!next || !isCall(next) || !/^(then|catch|finally)$/.test(method)) return true;
      const [fulfilled] = next.arguments;
      if (method === "then" && fulfilled && !(isFunction(fulfilled) && fulfilled.params.length === 0))
        return true;
      at = parent;
      continue;
    }
    if (isCall(parent) && key === "callee") continue;
    if (parent.type === "ReturnStatement" || (isFunction(parent) && key === "body"))
      return returnsAnswer(at, module);
    if (parent.type === "VariableDeclarator") return isRead(parent.id, module);
    // What is made of several promises at once is looked at as one.
    if (parent.type === "ArrayExpression") return false;
    return !/^(ExpressionStatement|UnaryExpression)$/.test(parent.type);
  }
  return false;
}

/** A declared result that is more than `void` is what callers were promised. */
function returnsAnswer(node: Node, module: SourceModule): boolean {
  const fn = functionAround(module, node);
  const annotation = fn?.returnType;
  if (annotation?.type !== "TSTypeAnnotation") return false;
  return !/^(Promise(Like)?<\s*)?(void|unknown|any)\b/.test(textOf(module, annotation.typeAnnotation));
}

function isRead(id: Node, module: SourceModule): boolean {
  const target = unwrap(id);
  if (target.type !== "Identifier") return true;
  return (bindingOf(module, target)?.references.length ?? 1) > 0;
}
