import { isArrayMethod } from "../detect/passedFunctions.ts";
import type { Site } from "../detect/site.ts";
import {
  encloses,
  isCall,
  isFunction,
  isMember,
  isTypeWrapper,
  memberName,
  type Node,
} from "../syntax/node.ts";
import { methodCall } from "../detect/endCallbacks.ts";
import { requestModel, sends } from "../resolve/requests.ts";
import { bindingOf, functionAround, parentOf, placeOf, type SourceModule } from "../syntax/sourceModule.ts";
import { promiseAround } from "./surroundings.ts";

/** A declared return type that is not void: `Promise<Response>`. */
export function returnsValue(fn: Node | null, module: SourceModule): boolean {
  const type = fn && isFunction(fn) ? fn.returnType : null;
  if (!type) return false;
  return !/\b(void|any|unknown|undefined|never)\b/.test(module.text.slice(type.start ?? 0, type.end ?? 0));
}

/** The promise that a handler can be put on: the aggregate or chain around the call, or around what carries its failure on. */
export function promiseOf({ call, contract, fate, module }: Site): Node {
  const { carrier } = fate;
  // A request in a variable is sent further on: a handler put on it where it is made would send it there.
  if (!carrier && requestModel(contract) && fate.module === module && !encloses(fate.at, call)) {
    const sent = "argument" in fate.at && fate.at.type === "AwaitExpression" ? fate.at.argument : fate.at;
    return promiseAround(sent, module, module.ast.program);
  }
  if (!carrier) return promiseAround(call, module, fate.at, requestModel(contract) !== null);
  const around = promiseAround(carrier, module, fate.at);
  // `items.map(() => call)` with no `Promise.all` behind it is an array.
  const isArray = around === carrier && isArrayMethod(carrier);
  return isArray ? promiseAround(call, module, functionAround(module, call) ?? fate.at) : around;
}

/** `const cors = init(…)`, later `cors(req, res)`. */
export function isCalledLater(promise: Node, module: SourceModule): boolean {
  const declarator = parentOf(module, promise);
  const binding = declarator?.type === "VariableDeclarator" ? bindingOf(module, declarator.id) : null;
  return binding?.references.some((reference) => placeOf(module, reference)?.key === "callee") ?? false;
}

/**
 * `call.then(() => res.end())` in an Express handler, `call.then(resolve)` in a promise's executor:
 * the function whose answer hangs on the promise. A handler that only logged would leave it waiting.
 */
export function answersLater(promise: Node, module: SourceModule): Node | null {
  if (!isCall(promise) || !isMember(promise.callee) || memberName(promise.callee) !== "then") return null;
  const fn = functionAround(module, promise);
  if (!fn) return null;
  const isExecutor = parentOf(module, fn)?.type === "NewExpression";
  const parameter = fn.params[isExecutor ? 0 : 1];
  if (parameter?.type !== "Identifier" || (!isExecutor && !/^_?(res|response)$/.test(parameter.name)))
    return null;
  const binding = bindingOf(module, parameter);
  const isInside = binding?.references.some((r) => promise.arguments.some((a) => encloses(a, r))) ?? false;
  return isInside ? fn : null;
}

/** Whether the function goes on to end the process behind a statement: a shutdown. */
export function exitsLater(statement: Node, module: SourceModule): boolean {
  const fn = functionAround(module, statement);
  return fn !== null && /\bprocess\.exit\(/.test(module.text.slice(statement.end ?? 0, fn.end ?? 0));
}

/** Directly behind a `return`, or an arrow function's body: not inside an object or an array that is returned. */
export function isReturned(at: Node, module: SourceModule): boolean {
  let place = placeOf(module, at);
  while (place && isTypeWrapper(place.parent)) place = placeOf(module, place.parent);
  return (
    place?.parent.type === "ReturnStatement" ||
    (place?.parent.type === "ArrowFunctionExpression" && place.key === "body")
  );
}

/** The call with the builder methods behind it: `superagent.get(url).set(…).query(…)`; for other contracts the call itself. */
export function wholeCall({ call, contract, module }: Site): Node {
  const model = requestModel(contract);
  let at: Node = call;
  if (!model) return at;
  for (let next = methodCall(at, module); next; next = methodCall(at, module)) {
    if (sends(model, memberName(next.callee) ?? "")) break;
    at = next.call;
  }
  return at;
}
