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
import { meansSuccess } from "./success.ts";

const CONTRACT = "seuraa-edge";

/** What the planners of B1, B2 and B4 need. */
export interface PublishDetail {
  readonly call: t.CallExpression | t.OptionalCallExpression;
  /** For B4: the `if` that takes `sent` for success, where it is one. */
  readonly guard?: t.IfStatement | null;
}

type Verdict = keyof typeof VERDICTS | { readonly delivered: t.IfStatement | null };

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
    const judged = verdictOf(node, module);
    if (!judged) return;
    const [verdict, guard] =
      typeof judged === "string" ? [judged] : (["delivered", judged.delivered] as const);
    found.push(
      siteOf({
        contract: CONTRACT,
        name: "channel.publish",
        node,
        module,
        isCall: true,
        trace: channel.trace,
        detail: { call: node, ...(guard === undefined ? {} : { guard }) } satisfies PublishDetail,
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

function verdictOf(call: Node, module: SourceModule): Verdict | null {
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
  // `open && channel.publish(…);`
  if (parent.type === "LogicalExpression" && place.key === "right")
    return parentOf(module, parent)?.type === "ExpressionStatement" ? "dropped" : null;
  if (parent.type === "ConditionalExpression" && place.key !== "test")
    return parentOf(module, parent)?.type === "ExpressionStatement" ? "dropped" : null;
  if (isMember(parent) && memberName(parent) === "sent") return guardedBy(parent, module);
  if (parent.type === "VariableDeclarator") return ofVariable(parent, module);
  if (!isFunction(parent) || place.key !== "body") return null;
  // An arrow's body: whoever drops what the arrow gives drops the result.
  const use = placeOf(module, parent);
  if (use?.parent.type === "JSXExpressionContainer") return "dropped";
  if (!use || !isCall(use.parent) || use.key !== "arguments") return null;
  const callee = textOf(module, use.parent.callee as Node);
  if (callee.endsWith(".map") && isAggregate(parentOf(module, use.parent), module)) return "promise";
  return /(\.forEach|setTimeout|setInterval|addEventListener|\.on|\.once|\.subscribe|\.then)$/.test(callee) &&
    use.parent.callee !== parent
    ? "dropped"
    : null;
}

function isChained(parent: Node): boolean {
  return isMember(parent) && /^(then|catch|finally)$/.test(memberName(parent) ?? "");
}

function isAggregate(node: Node | undefined, module: SourceModule): boolean {
  return isCall(node) && /^Promise\.(all|allSettled|race|any)$/.test(textOf(module, node.callee as Node));
}

function ofVariable(declarator: t.VariableDeclarator, module: SourceModule): Verdict | null {
  const { id } = declarator;
  if (id.type === "ObjectPattern") {
    const sent = id.properties.find(
      (one) => one.type === "ObjectProperty" && one.key.type === "Identifier" && one.key.name === "sent",
    );
    if (!sent) return id.properties.some((one) => one.type === "RestElement") ? null : "dropped";
    const own = sent.type === "ObjectProperty" ? bindingOf(module, sent.value) : null;
    return firstGuard(own?.references ?? [], module);
  }
  const binding = bindingOf(module, id);
  if (!binding) return null;
  const members = binding.references.map((reference) => parentOf(module, reference));
  if (members.some((member) => member?.type === "AwaitExpression" || (member && isChained(member))))
    return "promise";
  const reads = members.flatMap((member) =>
    isMember(member) && memberName(member) === "sent" ? [member] : [],
  );
  const isKept = members.some((member) => !isMember(member));
  return firstGuard(reads, module) ?? (reads.length > 0 || isKept ? null : "dropped");
}

function firstGuard(reads: readonly Node[], module: SourceModule): Verdict | null {
  for (const read of reads) {
    const verdict = guardedBy(read, module);
    if (verdict) return verdict;
  }
  return null;
}

/** `if (x.sent) markSaved();`, `if (!x.sent) return; markSaved();`, `x.sent && markSaved()`. */
function guardedBy(sent: Node, module: SourceModule): Verdict | null {
  // Whoever reads the confirmation tells the two apart.
  if (module.text.includes("publish.accepted")) return null;
  const place = placeOf(module, sent);
  if (place?.parent.type === "LogicalExpression" && place.key === "left" && place.parent.operator === "&&")
    return meansSuccess(place.parent.right, module) ? { delivered: null } : null;
  if (place?.parent.type === "IfStatement" && place.key === "test")
    return meansSuccess(place.parent.consequent, module) ? { delivered: place.parent } : null;
  if (place?.parent.type !== "UnaryExpression" || place.parent.operator !== "!") return null;
  const negated = placeOf(module, place.parent);
  if (negated?.parent.type !== "IfStatement" || negated.key !== "test") return null;
  const { parent: statement } = negated;
  if (statement.alternate) return meansSuccess(statement.alternate, module) ? { delivered: statement } : null;
  const list = placeOf(module, statement);
  if (!leaves(statement.consequent) || list?.parent.type !== "BlockStatement") return null;
  const { body } = list.parent;
  return body.slice(body.indexOf(statement) + 1).some((one) => meansSuccess(one, module))
    ? { delivered: statement }
    : null;
}

/** A branch that ends with `return` or `throw`. */
function leaves(branch: t.Statement): boolean {
  const last = branch.type === "BlockStatement" ? branch.body.at(-1) : branch;
  return last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
}
