import type * as t from "@babel/types";
import {
  isCall,
  isFunction,
  isMember,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../../syntax/node.ts";
import type { Binding } from "../../../syntax/scope.ts";
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
import { answeringFunction, answersBehind, goesOn } from "./answers.ts";
import { siteOf, type Remark } from "../observe.ts";
import { repeatedPublish } from "./repeatedPublish.ts";

const CONTRACT = "seuraa-edge";

/** What the planner of N4 needs: what is read of the error. */
export interface StatusRead {
  readonly member: t.MemberExpression | t.OptionalMemberExpression;
  /** It is compared with a number: then the status of the text does instead. */
  readonly isNumber: boolean;
  /** The search in the text that it is part of. */
  readonly search?: Node;
}

/** What the planner of N5 needs: `err.message`, and the handler that it stands in. */
export interface ShownText {
  readonly member: Node;
  readonly handler: Node;
  readonly error: Binding;
}

/** What the planner of N7 needs. */
export interface FanOutDetail {
  readonly all: t.CallExpression | t.OptionalCallExpression;
}

/** The patterns of the backend SDK beyond its promises: N3, N4, N5, N7, N8. */
export function backend(fates: FateFinder, module: SourceModule): readonly Site[] {
  const found: Remark[] = [];
  const add = (rule: string, name: string, node: Node, message: string, advice: string, detail?: unknown) =>
    found.push({ contract: CONTRACT, rule, name, node, module, message, advice, detail });
  for (const handler of handlersOfCalls(fates, module, CONTRACT)) {
    ofHandler(handler, module, add);
    ofRevocation(handler, module, add);
  }
  walk(module.ast.program, (node) => {
    if (!isCall(node)) return;
    if (isSignIn(node, fates, module)) ofSignIn(node, module, add);
    const call = sdkCallsOf(fates.tracer, node, module).find(
      (one) => one.contract === CONTRACT && !one.opaque,
    );
    if (call?.name !== "edge.channels.publish") return;
    const repeated = repeatedPublish(node, module);
    if (repeated)
      add(
        "retry-without-client-event-id",
        call.name,
        node,
        repeated.hasId
          ? "The publish is repeated whatever the status: what can never succeed, a 401, is hammered."
          : "The publish is repeated without a `clientEventId` of its own: after a lost answer the event arrives twice.",
        "make one `clientEventId` per operation, outside of the loop; repeat 429, 503 and lost answers only",
        repeated,
      );
    const fanOut = fanOutAround(node, module);
    if (fanOut)
      add(
        "all-or-nothing-fan-out",
        call.name,
        fanOut,
        "`Promise.all` over many publishes: the first failure hides who was told and who was not.",
        "use `Promise.allSettled`, and report those that failed",
        { all: fanOut } satisfies FanOutDetail,
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
        (parent?.type === "BinaryExpression" &&
          [parent.left, parent.right].some((side) => side.type === "NumericLiteral")) ||
        (parent?.type === "SwitchStatement" &&
          parent.cases.every(({ test }) => !test || test.type === "NumericLiteral"));
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
        { member: node, isNumber: true, search: call } satisfies StatusRead,
      );
    else if (isShown(node, module))
      add(
        "rejection-text-exposed",
        name,
        node,
        "The text holds the server's answer, and goes to the user.",
        "answer with a text of your own, and log the error's",
        { member: node, handler, error } satisfies ShownText,
      );
  });
}

/** A revocation's failure is logged, and the answer says success. */
function ofRevocation({ name, call, handler }: CallHandler, module: SourceModule, add: Add): void {
  if (name !== "edge.auth.revoke" || !goesOn(handler, module)) return;
  const answering = answeringFunction(handler, module);
  if (!answering || !answersBehind(handler, answering.fn, module)) return;
  add(
    "swallowed-revocation",
    name,
    call,
    "The failure is logged, and the answer says success: the token still works.",
    "answer that it failed, and try until it is done",
    { handler },
  );
}

/** In an argument of `res.json`, `res.send`, `Response.json`, `new Response`, a toast. */
function isShown(node: Node, module: SourceModule): boolean {
  for (let at = node, place = placeOf(module, at); place; at = place.parent, place = placeOf(module, at)) {
    const { parent, key } = place;
    if (key === "arguments" && (isCall(parent) || parent.type === "NewExpression"))
      return /(\.(json|send|end|text|html|write|render)|^(NextResponse|Response)(\.json)?|toast(\.\w+)?|alert)$/.test(
        textOf(module, parent.callee as Node),
      );
    if (parent.type === "AssignmentExpression" && key === "right")
      return /(^|\.)(ctx|context|res|response)\.body$/.test(textOf(module, parent.left));
    if (isFunction(parent) || parent.type.endsWith("Statement")) return false;
  }
  return false;
}

/** `Promise.all(xs.map((x) => edge.channels.publish(…)))`. */
function fanOutAround(call: Node, module: SourceModule): FanOutDetail["all"] | null {
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
