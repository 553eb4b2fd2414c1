import { isCall, isMember, isTypeWrapper, memberName, unwrap, type Node } from "../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../syntax/sourceModule.ts";
import { methodCall } from "./endCallbacks.ts";

/** What listens to a piped transfer; all of it is needed (shared/facts/superagent.md, sections 1 and 4). */
export interface PipeListeners {
  /** `error` on the request. */
  readonly request: boolean;
  /** `error` on the response: without it a reset in the body ends the process. */
  readonly response: boolean;
  /** A look at the status. */
  readonly status: boolean;
  /** `error` on the destination, or somebody who waits for its end. */
  readonly destination: boolean;
}

/** Whether an expression is a request, and not what makes requests. */
export type IsRequest = (node: Node) => boolean;

const ON = new Set(["on", "once", "addListener", "prependListener"]);

/** Finds who listens to the request and to the destination of a pipe. */
export function pipeListeners(pipe: Node, module: SourceModule, isRequest: IsRequest): PipeListeners {
  const callee = isCall(pipe) ? unwrap(pipe.callee as Node) : null;
  const [destination] = isCall(pipe) ? pipe.arguments : [];
  if (!callee || !isMember(callee))
    return { request: false, response: false, status: false, destination: false };
  const onRequest = listenersOf(callee.object, module, isRequest);
  const onDestination = [
    ...(destination ? listenersOf(destination as Node, module, () => true) : []),
    ...outerListeners(pipe, module),
  ];
  const responses = onRequest
    .filter(({ event }) => event === "response")
    .map(({ handler }) => textOf(module, handler));
  return {
    request: onRequest.some(({ event }) => event === "error"),
    response: responses.some((text) => /\.(on|once|addListener)\(\s*['"`]error/.test(text)),
    status: responses.some((text) =>
      /\.(ok|status|statusCode|statusType|error|clientError|serverError)\b/.test(text),
    ),
    destination:
      onDestination.some(({ event }) => event === "error") ||
      isArgumentOfWait(pipe, module) ||
      (destination !== undefined && isWaitedFor(destination as Node, pipe, module)),
  };
}

/** Whether somebody listens to the errors of a request. */
export function hasErrorListener(request: Node, module: SourceModule, isRequest: IsRequest): boolean {
  return [...listenersOf(request, module, isRequest), ...outerListeners(request, module)].some(
    ({ event }) => event === "error",
  );
}

/** Whether nothing is missing. */
export function isComplete({ request, response, status, destination }: PipeListeners): boolean {
  return request && response && status && destination;
}

interface Listener {
  readonly event: string;
  readonly handler: Node;
}

/** Listeners in the chain that gives an expression, and those put on the variable that it is. */
function listenersOf(expression: Node, module: SourceModule, isRequest: IsRequest): readonly Listener[] {
  const found: Listener[] = [];
  let node = unwrap(expression);
  while (isCall(node)) {
    const listener = listenerOf(node);
    if (listener) found.push(listener);
    const callee = unwrap(node.callee as Node);
    if (!isMember(callee)) return found;
    node = unwrap(callee.object);
  }
  if (isMember(node)) return [...found, ...listenersOfPath(node, module)];
  // The chain may start at the package itself, on which everybody calls something.
  if (!isRequest(node)) return found;
  const binding = bindingOf(module, node);
  for (const reference of binding?.references ?? []) found.push(...outerListeners(reference, module));
  if (binding?.declaration.type === "VariableDeclarator" && binding.declaration.init && node !== expression)
    return found;
  if (binding?.declaration.type === "VariableDeclarator" && binding.declaration.init)
    found.push(...listenersOf(binding.declaration.init, module, isRequest));
  return found;
}

/** Listeners on `this.stream`, `reply.raw`, in the same function. */
function listenersOfPath(path: Node, module: SourceModule): readonly Listener[] {
  const text = textOf(module, path);
  const around = functionAround(module, path);
  const found: Listener[] = [];
  walk(around ?? module.ast.program, (node) => {
    if (isMember(node) && textOf(module, node) === text) found.push(...outerListeners(node, module));
  });
  return found;
}

/** Listeners put on behind: `node.on(…).on(…)`. */
function outerListeners(node: Node, module: SourceModule): readonly Listener[] {
  const found: Listener[] = [];
  for (let next = methodCall(node, module); next; next = methodCall(next.call, module)) {
    if (/^(pipe|end)$/.test(memberName(next.callee) ?? "")) break;
    const listener = listenerOf(next.call);
    if (listener) found.push(listener);
  }
  return found;
}

function listenerOf(call: Node): Listener | null {
  const callee = isCall(call) ? unwrap(call.callee as Node) : null;
  if (!isCall(call) || !callee || !isMember(callee) || !ON.has(memberName(callee) ?? "")) return null;
  const [event, handler] = call.arguments;
  return event?.type === "StringLiteral" && handler ? { event: event.value, handler: handler as Node } : null;
}

/** `await finished(request.pipe(dest))`. */
function isArgumentOfWait(pipe: Node, module: SourceModule): boolean {
  let place = placeOf(module, pipe);
  while (place && isTypeWrapper(place.parent)) place = placeOf(module, place.parent);
  return (
    place !== undefined &&
    isCall(place.parent) &&
    place.key === "arguments" &&
    WAITS.has(nameOf(place.parent.callee as Node))
  );
}

const WAITS = new Set(["finished", "pipeline", "once"]);

function nameOf(callee: Node): string {
  const node = unwrap(callee);
  return (isMember(node) ? memberName(node) : node.type === "Identifier" ? node.name : null) ?? "";
}

/** `finished(dest, …)`, `pipeline(dest, …)` in the same function. */
function isWaitedFor(destination: Node, pipe: Node, module: SourceModule): boolean {
  const binding = bindingOf(module, unwrap(destination));
  const around = functionAround(module, pipe);
  return (binding?.references ?? []).some((reference) => {
    const place = placeOf(module, reference);
    if (!place || !isCall(place.parent) || place.key !== "arguments") return false;
    return WAITS.has(nameOf(place.parent.callee as Node)) && functionAround(module, reference) === around;
  });
}
