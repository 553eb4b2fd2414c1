import { methodCall } from "../../detect/endCallbacks.ts";
import type { Site } from "../../detect/site.ts";
import {
  encloses,
  isCall,
  isFunction,
  memberName,
  unwrap,
  type FunctionNode,
  type Node,
} from "../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  textOf,
  walk,
  type SourceModule,
} from "../../syntax/sourceModule.ts";
import { styleOf } from "../style.ts";
import { isErrorFirst } from "../decideCallback.ts";
import type { Destination, PipeForm, Report } from "./pipeForm.ts";
import type { ResponsePart } from "./readResponsePipe.ts";

/** To whom the failure of a transfer goes, and the `close` listeners that must not take it for success. */
export function readReport(
  site: Site,
  outer: Node,
  last: Destination,
  rest: PipeForm["rest"],
  part: ResponsePart,
  isHttp: boolean,
): { readonly report: Report; readonly closes: readonly Node[] } {
  const { module } = site;
  const listeners = destinationListeners(outer, last, rest, declaredBy(part), module);
  const closes = isHttp
    ? []
    : listeners.flatMap(({ event }) => (eventName(event) === "close" ? [event] : []));
  const done = listeners
    .filter(({ event }) => /^(finish|close|end)$/.test(eventName(event)))
    .map(({ handler }) => handler);
  const log: Report = {
    kind: "log",
    errorName: part.failure?.errorName ?? null,
    lines: part.failure?.lines ?? [],
  };
  if (isHttp) return { report: log, closes };
  const executor = executorAround(part.replaced, module);
  const [resolve, reject] = executor?.params ?? [];
  // What an `if (err) return reject(err)` did is done by the executor's own function.
  const settles = resolve && done.some((handler) => mentions(handler, resolve, module));
  const isOwn = hasOwnReport(listeners);
  if (executor && settles) {
    if (reject?.type === "Identifier")
      return { report: { kind: "reject", name: reject.name, parameter: [] }, closes };
    if (!reject)
      return {
        report: { kind: "reject", name: "reject", parameter: addReject(executor, resolve, module) },
        closes,
      };
  }
  if (isOwn) return { report: { kind: "own", parameter: [] }, closes };
  const waiting = waitingPromise(listeners, module);
  if (waiting) return { report: { kind: "own", parameter: waiting }, closes };
  if (part.around === "expression") return { report: { kind: "await" }, closes };
  const callback = part.failure ? null : nodeCallback(part.replaced, done, module);
  if (callback) return { report: { kind: "callback", name: callback }, closes };
  const deferred = part.failure ? null : deferredOf(done, module);
  if (deferred) {
    const { errorName, semicolon } = styleOf(module);
    return {
      report: { kind: "log", errorName, lines: [`${deferred}.reject(${errorName})${semicolon}`] },
      closes,
    };
  }
  return { report: log, closes };

  function hasOwnReport(found: readonly DestinationListener[]): boolean {
    return (
      found.some(({ event }) => eventName(event) === "error") ||
      (site.rule === "pipe-errors-not-promise-rejections" && site.fate.listeners?.destination === true)
    );
  }
}

interface DestinationListener {
  readonly event: Node;
  readonly handler: Node;
  readonly call: Node;
}

/** `new Promise((resolve) => out.on("finish", resolve))` elsewhere: it has to hear of errors too. The edits that let it. */
function waitingPromise(
  listeners: readonly DestinationListener[],
  module: SourceModule,
): readonly { start: number; text: string }[] | null {
  for (const { event, handler, call } of listeners) {
    const executor = executorAround(call, module);
    const [resolve, reject] = executor?.params ?? [];
    if (
      !executor ||
      !resolve ||
      !/^(finish|close)$/.test(eventName(event)) ||
      !mentions(handler, resolve, module)
    )
      continue;
    if (reject && reject.type !== "Identifier") return null;
    const { quote } = styleOf(module);
    const name = reject?.type === "Identifier" ? reject.name : "reject";
    let outer = call;
    for (let next = methodCall(outer, module); next; next = methodCall(outer, module)) outer = next.call;
    return [
      ...(reject ? [] : addReject(executor, resolve, module)),
      { start: outer.end ?? 0, text: `.on(${quote}error${quote}, ${name})` },
    ];
  }
  return null;
}

/** The listeners on the last destination: behind the pipe, and on its variable. */
function destinationListeners(
  outer: Node,
  last: Destination,
  rest: PipeForm["rest"],
  named: Node | null,
  module: SourceModule,
): readonly DestinationListener[] {
  const found: DestinationListener[] = [];
  const note = (call: Node) => {
    const [event, handler] = isCall(call) ? call.arguments : [];
    if (event?.type === "StringLiteral" && handler) found.push({ event, handler: handler as Node, call });
  };
  if (rest) {
    walk(outer, (node) => {
      if (
        isCall(node) &&
        (node.end ?? 0) > rest.start &&
        (node.end ?? 0) <= rest.end &&
        encloses(node, last.node)
      )
        note(node);
    });
  }
  const binding = bindingOf(module, named ?? unwrap(last.node));
  for (const reference of binding?.kind === "param" ? [] : (binding?.references ?? [])) {
    for (let next = methodCall(reference, module); next; next = methodCall(next.call, module)) {
      if (/^(on|once)$/.test(memberName(next.callee) ?? "")) note(next.call);
    }
  }
  return found;
}

/** The variable that the statement gives the destination: `const out = request.pipe(…)`. */
function declaredBy({ around, replaced }: ResponsePart): Node | null {
  const declarator =
    around === "declare" && replaced.type === "VariableDeclaration" ? replaced.declarations[0] : undefined;
  return declarator?.id ?? null;
}

/** `(resolve) =>` or `resolve =>` gets a second parameter. */
function addReject(
  executor: FunctionNode,
  resolve: Node,
  module: SourceModule,
): readonly { start: number; text: string }[] {
  const isBare = !isWide(executor, module);
  return [
    ...(isBare ? [{ start: resolve.start ?? 0, text: "(" }] : []),
    { start: resolve.end ?? 0, text: isBare ? ", reject)" : ", reject" },
  ];
}

/** `deferred.resolve(…)` in a listener: the deferred that has to be rejected. */
function deferredOf(done: readonly Node[], module: SourceModule): string | null {
  for (const handler of done) {
    const match = /\b(?!Promise\b)(\w+)\.resolve\b/.exec(textOf(module, handler));
    if (match) return match[1] ?? null;
  }
  return null;
}

function eventName(event: Node): string {
  return event.type === "StringLiteral" ? event.value : "";
}

function executorAround(node: Node, module: SourceModule): FunctionNode | null {
  const fn = functionAround(module, node);
  const parent = fn && parentOf(module, fn);
  return fn &&
    parent?.type === "NewExpression" &&
    parent.callee.type === "Identifier" &&
    parent.callee.name === "Promise"
    ? fn
    : null;
}

/** `(resolve) =>` with parentheses: a second parameter can be put behind. */
function isWide(fn: FunctionNode, module: SourceModule): boolean {
  return fn.params.length === 1 && module.text.slice(fn.start ?? 0, fn.body.start ?? 0).includes("(");
}

function mentions(handler: Node, param: Node, module: SourceModule): boolean {
  const binding = param.type === "Identifier" ? bindingOf(module, param) : null;
  return binding?.references.some((reference) => encloses(handler, reference)) ?? false;
}

/** The Node-style callback of a function around that the success listeners call. */
function nodeCallback(node: Node, done: readonly Node[], module: SourceModule): string | null {
  for (let fn = functionAround(module, node); fn; fn = functionAround(module, fn)) {
    const last = fn.params.at(-1);
    if (
      last?.type === "Identifier" &&
      /^(cb|callback|done|next|fn)$/i.test(last.name) &&
      done.some((handler) => mentions(handler, last, module) && isErrorFirst(last, handler, module))
    )
      return last.name;
    if (!isFunction(fn)) return null;
  }
  return null;
}
