import type * as t from "@babel/types";
import { findContract, findFunction } from "../contracts/index.ts";
import type { RequestModel } from "../model/contract.ts";
import { isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "./evaluator.ts";
import type { SdkCallValue, Value } from "./value.ts";

/** The methods of a request that send it as a promise does. `finally` does not exist there (shared/facts/superagent.md, section 5). */
const PROMISE_METHODS = new Set(["then", "catch"]);

/** What `superagent("POST", url)` and `superagent(url)` make; null where the callee is no role that is called so. */
export function requestCall(
  tracer: Evaluator,
  callee: Value,
  call: t.CallExpression | t.OptionalCallExpression,
): SdkCallValue | null {
  if (callee.kind !== "role" || !tracer.role(callee.contract, callee.role)?.isRequestCall) return null;
  if (call.arguments.length === 0) return null;
  const { contract, trace } = callee;
  return { kind: "sdk-call", contract, name: methodOf(call, contract), opaque: false, trace };
}

function methodOf(call: t.CallExpression | t.OptionalCallExpression, contract: string): string {
  const [first, second] = call.arguments;
  // With one argument, or a callback behind it, the argument is the URL.
  if (!second || second.type === "FunctionExpression" || second.type === "ArrowFunctionExpression")
    return "get";
  const name = first?.type === "StringLiteral" ? first.value.toLowerCase() : "request";
  return findFunction(contract, name) ? name : "request";
}

/** How requests of a contract are sent, where values are requests that are not sent yet; null where they are none. */
export function unsentRequest(values: readonly Value[]): RequestModel | null {
  // What already is a promise (an async function's, a `then`'s) has been sent.
  if (values.some((v) => v.kind === "promise")) return null;
  for (const value of values) {
    const model = value.kind === "sdk-call" && !value.opaque ? requestModel(value.contract) : null;
    if (model) return model;
  }
  return null;
}

/** How requests of a contract are sent; null for contracts whose functions send at once. */
export function requestModel(contract: string): RequestModel | null {
  return findContract(contract)?.requests ?? null;
}

/** Whether a method of a request sends it. */
export function sends(model: RequestModel, method: string): boolean {
  return PROMISE_METHODS.has(method) || method === model.callback || method === model.pipe;
}

/** `request.get(url).set(…).query(…)`: a builder's method gives the same request; null where the call is none. */
export function builtRequest(
  tracer: Evaluator,
  call: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): readonly Value[] | null {
  const callee = unwrap(call.callee as Node);
  if (!isMember(callee)) return null;
  const name = memberName(callee);
  const source = tracer.evaluate(callee.object, module);
  const model = unsentRequest(source);
  if (!model || name === null) return null;
  if (PROMISE_METHODS.has(name)) return null;
  if (name === model.callback) return [];
  if (name === model.pipe) {
    const [destination] = call.arguments;
    return destination ? tracer.evaluate(destination as Node, module) : [];
  }
  return source;
}

/** What a contract's call resolves to. */
export function resolvedValue(call: SdkCallValue): readonly Value[] {
  const role = call.opaque ? undefined : requestModel(call.contract)?.response;
  return role === undefined ? [] : [{ kind: "role", contract: call.contract, role, trace: call.trace }];
}

/** `superagent[method](url)`: some method of a role that makes requests. */
export function computedMethod(tracer: Evaluator, object: Value): readonly Value[] {
  if (object.kind !== "role" || !requestModel(object.contract)) return [];
  const role = tracer.role(object.contract, object.role);
  if (!role?.hasFunctions) return [];
  const { contract, trace } = object;
  return [{ kind: "sdk-method", contract, name: `${role.prefix ?? ""}request`, trace }];
}
