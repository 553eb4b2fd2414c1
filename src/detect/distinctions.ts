import { findContract } from "../contracts/index.ts";
import type { Distinction } from "../model/contract.ts";
import {
  encloses,
  isCall,
  isFunction,
  isMember,
  isTypeWrapper,
  keyName,
  memberName,
  unwrap,
  type Node,
} from "../syntax/node.ts";
import { bindingOf, parentOf, placeOf, textOf, type SourceModule } from "../syntax/sourceModule.ts";
import { methodCall } from "./endCallbacks.ts";

/** What a handler of a request should tell from other failures: by its function, and by what its chain asks for. */
export function distinctionsOf(
  contract: string,
  name: string,
  call: Node,
  module: SourceModule,
): readonly Distinction[] {
  const known = findContract(contract)?.distinctions ?? [];
  const possible = known.filter((distinction) => distinction.functions.test(name));
  if (possible.length === 0) return [];
  const methods = chainMethods(call, module);
  return possible.filter(
    (distinction) =>
      distinction.methods.length === 0 || distinction.methods.some((method) => methods.has(method)),
  );
}

/** The builder methods called on a request: in its chain, and on the variable that keeps it. */
export function chainMethods(request: Node, module: SourceModule): ReadonlySet<string> {
  const found = new Set<string>();
  const climb = (node: Node): Node => {
    let at = node;
    for (let next = methodCall(at, module); next; at = next.call, next = methodCall(at, module)) {
      const name = memberName(next.callee);
      if (name !== null && !isSwitchedOff(next.call)) found.add(name);
    }
    return at;
  };
  const outer = climb(request);
  const declarator = parentOf(module, outer);
  const binding = declarator?.type === "VariableDeclarator" ? bindingOf(module, declarator.id) : null;
  for (const reference of binding?.references ?? []) climb(reference);
  return found;
}

/** `.buffer(false)`, `.responseType("json")`: nothing large is kept for that. */
function isSwitchedOff(call: Node): boolean {
  const [only] = isCall(call) ? call.arguments : [];
  if (
    only?.type === "StringLiteral" &&
    isCall(call) &&
    isMember(call.callee) &&
    memberName(call.callee) === "responseType"
  )
    return !/^(blob|arraybuffer|buffer)$/i.test(only.value);
  return only?.type === "BooleanLiteral" && !only.value;
}

/** Whether a handler neither tells what it should nor hands the error itself to somebody who might. */
export function lacks(distinction: Distinction, handler: Node, module: SourceModule): boolean {
  if (handler.type !== "CatchClause" && !isFunction(handler)) return false;
  if (distinction.evidence.test(textOf(module, handler.body))) return false;
  const param = handler.type === "CatchClause" ? handler.param : handler.params[0];
  if (!param) return true;
  if (param.type !== "Identifier") return false;
  const references = (bindingOf(module, param)?.references ?? []).filter((r) => encloses(handler, r));
  return references.every((reference) => isLookedAtOnly(reference, distinction, handler, module));
}

const LOGGERS = /^(console|log|logger|winston|debug|pino|bunyan|Sentry)$/i;
const LOG_METHODS = /^(log|error|warn|warning|info|debug|trace|fatal|captureException)$/;
const FORWARDED = /^(status|statusCode|response)$/;

/** The error is logged, tested, or read for its message: it goes nowhere. */
function isLookedAtOnly(
  reference: Node,
  { fields, tellingFields }: Distinction,
  handler: Node,
  module: SourceModule,
): boolean {
  if (isInLog(reference, handler, module)) return true;
  let node = reference;
  let place = placeOf(module, node);
  while (place && isTypeWrapper(place.parent)) {
    node = place.parent;
    place = placeOf(module, node);
  }
  if (!place) return true;
  const { parent, key } = place;
  if (parent.type === "VariableDeclarator" && parent.id.type === "ObjectPattern")
    return parent.id.properties.every(
      (p) => p.type === "ObjectProperty" && !tellingFields.includes(keyName(p) ?? ""),
    );
  if (isMember(parent) && key === "object") {
    const name = memberName(parent) ?? "";
    if (tellingFields.includes(name)) return false;
    // Who hands the status on lets somebody else act on it.
    const outer = placeOf(module, parent);
    return !(fields.includes("status") && FORWARDED.test(name) && outer?.key === "arguments");
  }
  return (
    key === "test" ||
    /^(UnaryExpression|TemplateLiteral|BinaryExpression|LogicalExpression)$/.test(parent.type)
  );
}

function isInLog(reference: Node, handler: Node, module: SourceModule): boolean {
  for (let at = parentOf(module, reference); at && at !== handler; at = parentOf(module, at)) {
    if (!isCall(at)) continue;
    const callee = unwrap(at.callee as Node);
    if (callee.type === "Identifier" && LOGGERS.test(callee.name)) return true;
    return isMember(callee) && LOG_METHODS.test(memberName(callee) ?? "");
  }
  return false;
}
