import type { PublishDetail } from "../../../detect/realtime/seuraa/publishes.ts";
import { meansSuccess } from "../../../detect/realtime/seuraa/success.ts";
import { isCall, isFunction, isMember, memberName, type Node } from "../../../syntax/node.ts";
import { parentOf, walk, type SourceModule } from "../../../syntax/sourceModule.ts";
import { at } from "../../insertion.ts";
import { positionAt } from "../../layout.ts";
import { catches, listOf, tryAround } from "../../surroundings.ts";
import { logLine, rewritten, statementInList } from "../lines.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "../planning.ts";
import { lookAt } from "./lookAtSent.ts";
import { asHelperCall, eventOf, guarded, notSent } from "./publishText.ts";

const NO_HANDLER =
  "nothing handles the promise that it is taken for; look at `sent`, or wait for `publish.accepted`";

/** B2: what was waited for as a promise is looked at, or waited for until the server confirms it. */
export const notAPromise: SitePlanner = (site, planning) => {
  const { call } = detailOf<PublishDetail>(site);
  const { module } = planning;
  const parent = parentOf(module, call);
  if (!parent) return null;
  if (parent.type === "AwaitExpression") return awaitedCall(call, parent, planning);
  if (isMember(parent)) return chainedCall(call, planning);
  if (parent.type === "VariableDeclarator") return "it is waited for later: look at its `sent` there";
  const all = aggregateAround(call, module);
  if (!all) return null;
  return isHandled(all, module) ? confirmed(call, planning) : NO_HANDLER;
};

/** `publishConfirmed` gives the promise that the code around the call wants. */
function confirmed(call: PublishDetail["call"], { style }: Planning): Proposal | string {
  const edits = style.isEs5 ? null : asHelperCall(call, "publishConfirmed");
  if (!edits) return "the channel may be missing; look at `sent` where it is there";
  return {
    edits,
    replaced: [call],
    title: "wait for the server's confirmation",
    needs: ["publishConfirmed"],
  };
}

function awaitedCall(
  call: PublishDetail["call"],
  waiting: Node,
  planning: Planning,
): Proposal | string | null {
  const { module, style } = planning;
  const statement = parentOf(module, waiting);
  const open = tryAround(waiting, module, catches(module));
  if (statement?.type !== "ExpressionStatement" || !open) {
    // `return await channel.publish(…)`: what it gives is there at once, for whoever gets it.
    const isGiven =
      statement?.type === "ReturnStatement" || (isFunction(statement) && !isCallback(statement, module));
    if (!isGiven) return lookAt(call, waiting, planning);
    return {
      edits: [{ start: waiting.start ?? 0, end: call.start ?? 0, text: "" }],
      replaced: [waiting],
      title: "take the result at once",
    };
  }
  const list = listOf(statement, module) ?? [];
  const next = list.slice(list.indexOf(statement) + 1);
  if (next.some((one) => meansSuccess(one, module))) return confirmed(call, planning);
  if (statementInList(statement, module) !== statement || notSent(call, module).includes("\n"))
    return confirmed(call, planning);
  const q = style.quote;
  const error = `throw new Error(${q}${eventOf(call)} was not sent, the socket is away${q})${style.semicolon}`;
  const { base } = positionAt(module, statement.start ?? 0);
  const lines = guarded(notSent(call, module), error, base, style);
  return {
    edits: [rewritten(statement, lines, module, style)],
    replaced: [statement],
    title: "look at `sent`, and hand the failure to the catch",
  };
}

/** A function that is handed on in place, and whose result nobody gets. */
function isCallback(fn: Node, module: SourceModule): boolean {
  const parent = parentOf(module, fn);
  return parent?.type === "JSXExpressionContainer" || (isCall(parent) && parent.callee !== fn);
}

function chainedCall(call: PublishDetail["call"], planning: Planning): Proposal | string | null {
  const { module, style } = planning;
  const steps: { readonly name: string; readonly node: Extract<Node, { arguments: unknown }> }[] = [];
  let whole: Node = call;
  for (;;) {
    const member = parentOf(module, whole);
    const step = member && isMember(member) ? parentOf(module, member) : undefined;
    if (!isMember(member) || !isCall(step) || step.callee !== member) break;
    steps.push({ name: memberName(member) ?? "", node: step });
    whole = step;
  }
  const [only, ...more] = steps;
  if (!only || style.isEs5) return null;
  const statement = parentOf(module, whole);
  const handler = only.node.arguments[0] as Node | undefined;
  const isAlone = more.length === 0 && statement?.type === "ExpressionStatement";
  if (isAlone && only.name === "catch" && handler && onlyLogs(handler, module)) {
    const words = `${eventOf(call)} was not sent, the socket is away`;
    const log = logLine(planning.loggerAt(call), style, words, []);
    const test = notSent(call, module);
    if (statementInList(statement, module) !== statement || test.includes("\n"))
      return confirmed(call, planning);
    const { base } = positionAt(module, statement.start ?? 0);
    return {
      edits: [rewritten(statement, guarded(test, log, base, style), module, style)],
      replaced: [statement],
      title: "look at `sent`",
    };
  }
  const handles = steps.some(
    ({ name, node }) => name === "catch" || (name === "then" && node.arguments.length > 1),
  );
  if (handles || isHandled(whole, module)) return confirmed(call, planning);
  if (!isAlone || only.name !== "then" || !handler) return NO_HANDLER;
  const proposal = confirmed(call, planning);
  if (typeof proposal === "string") return proposal;
  const log = logLine(planning.loggerAt(call), style, `${eventOf(call)} was not confirmed`, ["err.message"]);
  return {
    ...proposal,
    edits: [...proposal.edits, at(handler.end ?? 0, `, (err) => ${log.replace(/;$/, "")}`)],
  };
}

/** `console.error`, or a function that does nothing but log. */
function onlyLogs(handler: Node, module: SourceModule): boolean {
  const text = module.text.slice(handler.start ?? 0, handler.end ?? 0);
  if (/^(console|logger|log)\.\w+$/.test(text)) return true;
  if (!isFunction(handler)) return false;
  if (handler.body.type === "BlockStatement" && handler.body.body.length === 0) return true;
  let others = 0;
  let logs = 0;
  walk(handler.body, (node) => {
    if (!isCall(node)) return;
    if (
      /^(this\.)?(console|logger|log)\.\w+$/.test(
        module.text.slice(node.callee.start ?? 0, node.callee.end ?? 0),
      )
    )
      logs++;
    else others++;
  });
  return (
    logs > 0 && others === 0 && (handler.body.type !== "BlockStatement" || handler.body.body.length === 1)
  );
}

/** `Promise.all([…])` around an element or a mapped function. */
function aggregateAround(call: Node, module: SourceModule): Node | null {
  for (let node: Node | undefined = parentOf(module, call); node; node = parentOf(module, node))
    if (
      isCall(node) &&
      /^Promise\.\w+$/.test(module.text.slice(node.callee.start ?? 0, node.callee.end ?? 0))
    )
      return node;
    else if (node.type.endsWith("Statement")) return null;
  return null;
}

/** It is awaited in a `try` that catches, or has a `.catch`. */
function isHandled(promise: Node, module: SourceModule): boolean {
  const parent = parentOf(module, promise);
  if (parent?.type === "AwaitExpression") return tryAround(parent, module, catches(module)) !== null;
  const step = isMember(parent) ? parentOf(module, parent) : undefined;
  return isMember(parent) && memberName(parent) === "catch" && isCall(step);
}
