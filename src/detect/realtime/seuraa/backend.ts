import type * as t from "@babel/types";
import {
  isCall,
  isFunction,
  isMember,
  keyName,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import { sdkCallsOf } from "../../carried.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { handlersOfCalls, type CallHandler } from "../callHandlers.ts";
import { siteOf, type Remark } from "../observe.ts";

const CONTRACT = "seuraa-edge";
const LOOP = /^(For|ForOf|ForIn|While|DoWhile)Statement$/;
const RETRY = /(^|\.)(p?retry|withRetry|retryAsync|backOff)$/i;

/** What the planner of N4 needs: what is read of the error. */
export interface StatusRead {
  readonly member: t.MemberExpression | t.OptionalMemberExpression;
  /** It is compared with a number: then the status of the text does instead. */
  readonly isNumber: boolean;
}

/** The patterns of the backend SDK beyond its promises: N3, N4, N5, N7, N8. */
export function backend(fates: FateFinder, module: SourceModule): readonly Site[] {
  const found: Remark[] = [];
  const add = (rule: string, name: string, node: Node, message: string, advice: string, detail?: unknown) =>
    found.push({ contract: CONTRACT, rule, name, node, module, message, advice, detail });
  for (const handler of handlersOfCalls(fates, module, CONTRACT)) ofHandler(handler, module, add);
  walk(module.ast.program, (node) => {
    if (!isCall(node)) return;
    if (isSignIn(node, fates, module)) ofSignIn(node, module, add);
    const call = sdkCallsOf(fates.tracer, node, module).find(
      (one) => one.contract === CONTRACT && !one.opaque,
    );
    if (call?.name !== "edge.channels.publish") return;
    if (isRepeated(node, module) && !hasStableId(node, module))
      add(
        "retry-without-client-event-id",
        call.name,
        node,
        "The publish is repeated without a `clientEventId` of its own: after a lost answer the event arrives twice.",
        "make one `clientEventId` per operation, outside of the loop; repeat 429, 503 and lost answers only",
      );
    const fanOut = fanOutAround(node, module);
    if (fanOut)
      add(
        "all-or-nothing-fan-out",
        call.name,
        fanOut,
        "`Promise.all` over many publishes: the first failure hides who was told and who was not.",
        "use `Promise.allSettled`, and report those that failed",
      );
  });
  return found.map(siteOf);
}

type Add = (
  rule: string,
  name: string,
  node: Node,
  message: string,
  advice: string,
  detail?: unknown,
) => void;

function ofHandler({ name, handler, error }: CallHandler, module: SourceModule, add: Add): void {
  if (!error) return;
  walk(handler, (node) => {
    if (!isMember(node)) return;
    const object = unwrap(node.object);
    if (object.type !== "Identifier" || bindingOf(module, object) !== error) return;
    const field = memberName(node) ?? "";
    if (/^(status|statusCode|code|response|body)$/.test(field)) {
      const parent = parentOf(module, node);
      const isNumber =
        parent?.type === "BinaryExpression" &&
        [parent.left, parent.right].some((side) => side.type === "NumericLiteral");
      add(
        "wrong-error-field",
        name,
        node,
        `The SDK's errors have no \`${field}\`: the status stands in the message only.`,
        "read the status with an anchored pattern; what else is wanted, the SDK does not tell",
        { member: node, isNumber } satisfies StatusRead,
      );
    }
    if (field !== "message") return;
    const member = parentOf(module, node);
    const call = isMember(member) ? parentOf(module, member) : undefined;
    if (
      isMember(member) &&
      isCall(call) &&
      memberName(member) === "includes" &&
      /^["'`]\d{3}/.test(textOf(module, call.arguments[0] as Node))
    )
      add(
        "wrong-error-field",
        name,
        call,
        "The number can stand in the server's answer too, which the text holds.",
        "read the status with an anchored pattern",
      );
    else if (isShown(node, module))
      add(
        "rejection-text-exposed",
        name,
        node,
        "The text holds the server's answer, and goes to the user.",
        "answer with a text of your own, and log the error's",
      );
  });
}

/** In an argument of `res.json`, `res.send`, `Response.json`, `new Response`, a toast. */
function isShown(node: Node, module: SourceModule): boolean {
  for (let at = node, place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
    const { parent, key } = place;
    if (key === "arguments" && (isCall(parent) || parent.type === "NewExpression"))
      return /(\.(json|send|end)|^(NextResponse|Response)(\.json)?|toast(\.\w+)?|alert)$/.test(
        textOf(module, parent.callee as Node),
      );
    if (isFunction(parent) || parent.type.endsWith("Statement")) return false;
  }
  return false;
}

/** In a loop with a `try` of its own, or in a function that a retry helper gets. */
function isRepeated(call: Node, module: SourceModule): boolean {
  let isCaught = false;
  for (let at = call, place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
    const { parent, key } = place;
    if (parent.type === "TryStatement" && key === "block" && parent.handler) isCaught = true;
    // A loop over many things publishes each once; one that counts, or runs until it is done, tries again.
    if (LOOP.test(parent.type) && key === "body") return isCaught && !/^For(Of|In)/.test(parent.type);
    if (isFunction(at)) {
      return isCall(parent) && key === "arguments" && RETRY.test(textOf(module, parent.callee as Node));
    }
  }
  return false;
}

/** A fourth argument with a `clientEventId` that is not made on the spot. */
function hasStableId(call: Node, module: SourceModule): boolean {
  const options = isCall(call) ? (call.arguments[3] as Node | undefined) : undefined;
  if (!options) return false;
  const node = unwrap(options);
  if (node.type !== "ObjectExpression") return true;
  const id = node.properties.find((one) => one.type === "ObjectProperty" && keyName(one) === "clientEventId");
  return (
    id?.type === "ObjectProperty" &&
    !/randomUUID|uuid|nanoid|Date\.now|Math\.random/.test(textOf(module, id.value))
  );
}

/** `Promise.all(xs.map((x) => edge.channels.publish(…)))`. */
function fanOutAround(call: Node, module: SourceModule): Node | null {
  const fn = functionAround(module, call);
  const place = fn && placeOf(module, fn);
  if (!place || !isCall(place.parent) || place.key !== "arguments") return null;
  if (!textOf(module, place.parent.callee as Node).endsWith(".map")) return null;
  const all = parentOf(module, place.parent);
  return isCall(all) && textOf(module, all.callee as Node) === "Promise.all" ? all : null;
}

function isSignIn(call: Node, { tracer }: FateFinder, module: SourceModule): call is t.CallExpression {
  const callee = isCall(call) ? unwrap(call.callee as Node) : null;
  return (
    callee !== null &&
    isMember(callee) &&
    memberName(callee) === "signIn" &&
    tracer
      .evaluate(callee.object, module)
      .some((v) => v.kind === "role" && v.contract === CONTRACT && v.role === "auth")
  );
}

/** The function around a `signIn` reads a request, and nothing in it refuses. */
function ofSignIn(call: t.CallExpression, module: SourceModule, add: Add): void {
  const fn = functionAround(module, call);
  if (!fn || !readsRequest(fn, module)) return;
  const text = textOf(module, fn);
  if (/\b(40[0-3]|throw\b|forbidden|unauthori[sz]ed)/i.test(text)) return;
  add(
    "unguarded-token-route",
    "edge.auth.signIn",
    call,
    "The route signs what the request asks for, and refuses nobody.",
    "check the body, the user and their right, and answer 400, 401 or 403 where they lack it",
  );
}

function readsRequest(fn: FunctionNode, module: SourceModule): boolean {
  return /\b(req|request|ctx|context|c)\b[\w.]*\.(json\(|body\b|query\b|params\b)/.test(textOf(module, fn));
}
