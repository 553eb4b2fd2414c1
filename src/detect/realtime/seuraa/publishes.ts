import type * as t from "@babel/types";
import { isCall, isFunction, isMember, memberName, unwrap, type Node } from "../../../syntax/node.ts";
import {
  bindingOf,
  parentOf,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import type { FateFinder } from "../../fate.ts";
import type { Site } from "../../site.ts";
import { siteOf } from "../observe.ts";

const CONTRACT = "seuraa-edge";
const SUCCESS = /^(set|mark|on)?(saved|done|success|delivered|complete|navigate|commit)/i;

/** What the planner of B1 needs. */
export interface PublishDetail {
  readonly call: t.CallExpression | t.OptionalCallExpression;
}

/** The patterns of a channel's `publish`, which gives a plain object at once: B1, B2, B4. */
export function publishes({ tracer }: FateFinder, module: SourceModule): readonly Site[] {
  const found: Site[] = [];
  walk(module.ast.program, (node) => {
    const callee = isCall(node) ? unwrap(node.callee as Node) : null;
    if (!isCall(node) || !callee || !isMember(callee) || memberName(callee) !== "publish") return;
    const channel = tracer
      .evaluate(callee.object, module)
      .find((v) => v.kind === "role" && v.contract === CONTRACT && v.role === "channel");
    if (channel?.kind !== "role") return;
    const verdict = verdictOf(node, module);
    if (!verdict) return;
    found.push(
      siteOf({
        contract: CONTRACT,
        name: "channel.publish",
        node,
        module,
        isCall: true,
        trace: channel.trace,
        detail: { call: node } satisfies PublishDetail,
        ...VERDICTS[verdict],
      }),
    );
  });
  return found;
}

const VERDICTS = {
  dropped: {
    rule: "publish-result-dropped",
    message: "Nobody looks at `sent`: while the socket is away, the event is dropped without a word.",
    advice: "the call is no statement of its own; look at `sent` of what it returns",
  },
  promise: {
    rule: "publish-taken-for-promise",
    message:
      "A channel's `publish` returns a plain object at once: a `catch` never runs, and a dropped event counts as sent.",
    advice:
      "look at `sent`, and wait for `publish.accepted` where it matters; what the user sees, a person decides",
  },
  delivered: {
    rule: "sent-taken-for-delivered",
    message: "`sent` only says that the event left; what the server refuses is shown as done.",
    advice: "wait for the `publish.accepted` with the same `clientEventId`, for a limited time",
  },
} as const;

function verdictOf(call: Node, module: SourceModule): keyof typeof VERDICTS | null {
  const place = placeOf(module, call);
  if (!place) return null;
  const { parent } = place;
  if (parent.type === "AwaitExpression" || isChained(parent)) return "promise";
  if (parent.type === "ArrayExpression" && isAggregate(parentOf(module, parent), module)) return "promise";
  if (
    parent.type === "ExpressionStatement" ||
    (parent.type === "UnaryExpression" && parent.operator === "void")
  )
    return "dropped";
  if (isMember(parent) && memberName(parent) === "sent")
    return guardsSuccess(parent, module) ? "delivered" : null;
  if (parent.type === "VariableDeclarator") return ofVariable(parent, module);
  if (!isFunction(parent) || place.key !== "body") return null;
  // An arrow's body: whoever drops what the arrow gives drops the result.
  const use = placeOf(module, parent);
  if (!use || !isCall(use.parent) || use.key !== "arguments") return null;
  const callee = textOf(module, use.parent.callee as Node);
  if (callee.endsWith(".map") && isAggregate(parentOf(module, use.parent), module)) return "promise";
  return /(\.forEach|setTimeout|setInterval|addEventListener|\.on|\.once)$/.test(callee) ? "dropped" : null;
}

function isChained(parent: Node): boolean {
  return isMember(parent) && /^(then|catch|finally)$/.test(memberName(parent) ?? "");
}

function isAggregate(node: Node | undefined, module: SourceModule): boolean {
  return isCall(node) && /^Promise\.(all|allSettled|race|any)$/.test(textOf(module, node.callee as Node));
}

function ofVariable(declarator: t.VariableDeclarator, module: SourceModule): keyof typeof VERDICTS | null {
  const { id } = declarator;
  if (id.type === "ObjectPattern") {
    const sent = id.properties.find(
      (one) => one.type === "ObjectProperty" && one.key.type === "Identifier" && one.key.name === "sent",
    );
    return sent || id.properties.some((one) => one.type === "RestElement") ? null : "dropped";
  }
  const binding = bindingOf(module, id);
  if (!binding) return null;
  const members = binding.references.map((reference) => parentOf(module, reference));
  if (members.some((member) => member?.type === "AwaitExpression" || (member && isChained(member))))
    return "promise";
  const reads = members.filter((member) => isMember(member) && memberName(member) === "sent");
  if (reads.some((read) => read && guardsSuccess(read, module))) return "delivered";
  const isKept = members.some((member) => !isMember(member));
  return reads.length > 0 || isKept ? null : "dropped";
}

/** `if (x.sent) markSaved();` */
function guardsSuccess(sent: Node, module: SourceModule): boolean {
  const place = placeOf(module, sent);
  if (place?.parent.type !== "IfStatement" || place.key !== "test") return false;
  if (/publish\.accepted/.test(module.text)) return false;
  let found = false;
  walk(place.parent.consequent, (node) => {
    if (isCall(node) && SUCCESS.test(textOf(module, node.callee as Node))) found = true;
  });
  return found;
}
