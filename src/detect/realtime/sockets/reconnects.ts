import { isMember, memberName, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { functionAround, textOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import type { HandlerText } from "../handlerText.ts";
import type { Instance } from "../instances.ts";

/** What is looked at of a handler. */
interface Read {
  readonly fn: FunctionNode;
  readonly module: SourceModule;
  readonly text: HandlerText;
}

/** It makes a socket again: the function that the socket is made in is called, or handed to a timer, from the handler. */
export function reconnects({ fn, module, text }: Read, instance: Instance): boolean {
  const makers: FunctionNode[] = [];
  let maker = functionAround(instance.module, instance.node);
  // `connect() { return new Promise((resolve) => { ws = new WebSocket(url); … }); }`
  for (; maker && isExecutor(maker, instance.module); maker = functionAround(instance.module, maker))
    makers.push(maker);
  if (!maker) return false;
  makers.push(maker);
  if (text.functions.some((one) => makers.includes(one.fn) && one.fn !== fn)) return true;
  const name = nameOf(maker, instance.module);
  if (name === null) return false;
  let found = false;
  walk(fn.body, (node) => {
    if (node.type === "Identifier" && node.name === name && !isKey(node, module)) found = true;
    if (isMember(node) && memberName(node) === name) found = true;
  });
  return found;
}

/** `new Promise((resolve, reject) => …)`. */
function isExecutor(fn: FunctionNode, module: SourceModule): boolean {
  const made = module.scopes.places.get(fn)?.parent;
  return made?.type === "NewExpression" && textOf(module, made.callee) === "Promise";
}

function isKey(node: Node, module: SourceModule): boolean {
  const parent = module.scopes.places.get(node);
  return parent?.key === "key";
}

function nameOf(fn: FunctionNode, module: SourceModule): string | null {
  if ("id" in fn && fn.id) return fn.id.name;
  if ("key" in fn && fn.key.type === "Identifier") return fn.key.name;
  const place = module.scopes.places.get(fn);
  if (place?.parent.type === "VariableDeclarator" && place.parent.id.type === "Identifier")
    return place.parent.id.name;
  if (place && /^(Class|Object)Property$/.test(place.parent.type) && "key" in place.parent) {
    const { key } = place.parent as { key: Node };
    return key.type === "Identifier" ? key.name : null;
  }
  // `const connect = useCallback(() => …)`.
  const outer = place && module.scopes.places.get(place.parent);
  return outer?.parent.type === "VariableDeclarator" && outer.parent.id.type === "Identifier"
    ? outer.parent.id.name
    : null;
}
