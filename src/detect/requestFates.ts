import type { RequestModel } from "../model/contract.ts";
import { unsentRequest } from "../resolve/requests.ts";
import { isCall, isFunction, isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import { functionAround, type SourceModule } from "../syntax/sourceModule.ts";
import { methodCall, readEndCallback, type EndCallback } from "./endCallbacks.ts";
import { graver, lost, settled, type Fate, type FateFinder } from "./fate.ts";
import { hasErrorListener, isComplete, pipeListeners } from "./pipeListeners.ts";

const CALLBACK_FATES: Readonly<Record<EndCallback["kind"], readonly [Fate["ending"], Fate["here"]]>> = {
  handles: ["contained", "handled"],
  missing: ["silent-drop", "silent"],
  silent: ["silent-drop", "silent"],
  unguarded: ["nowhere", "lost"],
  throws: ["nowhere", "lost"],
  misnamed: ["nowhere", "lost"],
};

/** Methods that neither build nor send. */
const HANDLING =
  /^(abort|destroy|emit|off|removeListener|removeAllListeners|pause|resume|get|getHeader|toJSON|listeners|listenerCount)$/;

/** How the requests of a contract are sent, where an expression is one that is not sent yet; null where it is none. */
export function requestAt(fates: FateFinder, node: Node, module: SourceModule): RequestModel | null {
  return unsentRequest(fates.tracer.evaluate(node, module));
}

/** Says of nodes of a module whether they are requests. */
export function isRequestIn(fates: FateFinder, module: SourceModule): (node: Node) => boolean {
  return (node) => requestAt(fates, node, module) !== null;
}

/** What becomes of a request at a method that is called on it; null where that is the business of promises. */
export function ofRequestMethod(fates: FateFinder, node: Node, module: SourceModule): Fate | null {
  const model = requestAt(fates, node, module);
  const method = model && methodCall(node, module);
  if (!model || !method) return null;
  const name = memberName(method.callee);
  if (name === "then" || name === "catch") return null;
  if (name === model.callback)
    return byCallback(
      fates,
      readEndCallback(fates.tracer, method.call, method.call.arguments[0] as Node, module),
      node,
      module,
    );
  if (name === model.pipe) return piped(fates, method.call, module);
  if (name === "finally") return lost("chained", node, module);
  if (name !== null && HANDLING.test(name)) return unsent(node, module);
  return fates.of(method.call, module);
}

/** `superagent.get(url, callback)`: sent as it is made; null where there is no callback. */
export function sentAtOnce(fates: FateFinder, node: Node, module: SourceModule): Fate | null {
  if (!isCall(node) || node.arguments.length < 2 || !requestAt(fates, node, module)) return null;
  const callee = unwrap(node.callee as Node);
  // `.on("error", …)` and its like are methods of a request that is there already.
  if (isMember(callee) && requestAt(fates, callee.object, module)) return null;
  const last = node.arguments.at(-1) as Node;
  return isFunction(last)
    ? byCallback(fates, readEndCallback(fates.tracer, node, last, module), node, module)
    : null;
}

function byCallback(fates: FateFinder, callback: EndCallback, node: Node, module: SourceModule): Fate {
  // A listener on the request is told as well.
  const isTold =
    /^(missing|silent)$/.test(callback.kind) && hasErrorListener(node, module, isRequestIn(fates, module));
  const [ending, here] = CALLBACK_FATES[isTold ? "handles" : callback.kind];
  const outer = ending === "nowhere" ? fates.leaves(functionAround(module, node), node, module) : null;
  return {
    ...settled(ending, here, "listener", callback.call, module),
    ...(callback.fn ? { handler: callback.fn } : {}),
    ...(outer?.boundary ? { boundary: outer.boundary } : {}),
    callback,
  };
}

function piped(fates: FateFinder, call: Node, module: SourceModule): Fate {
  const listeners = pipeListeners(call, module, isRequestIn(fates, module));
  if (isComplete(listeners)) return { ...settled("contained", "handled", "piped", call, module), pipe: call };
  return {
    ...lost("piped", call, module),
    pipe: call,
    ...thrownAt(fates, call, module),
    listeners,
    ...(listeners.request ? { isPartial: true } : {}),
  };
}

/** Where the failure of a transfer goes that is waited for at a node. */
export function thrownAt(
  fates: FateFinder,
  node: Node,
  module: SourceModule,
): Pick<Fate, "isCaught" | "boundary"> {
  const thrown = fates.thrown(node, module);
  return {
    isCaught: thrown.here === "handled" || thrown.here === "silent",
    ...(thrown.boundary ? { boundary: thrown.boundary } : {}),
  };
}

/** A request that stands where nothing sends it. */
export function unsent(node: Node, module: SourceModule): Fate {
  return { ...lost("floating", node, module), isUnsent: true };
}

/** `pipeline(request, dest)`, `file.pipe(request)`: null where the call that takes a request is neither. */
export function ofStreamCall(
  fates: FateFinder,
  call: Node,
  request: Node,
  name: string | null,
  index: number,
  module: SourceModule,
): Fate | null {
  if (name === "pipeline" && index === 0) return { ...lost("piped", call, module), pipe: call };
  if (name !== "pipe") return null;
  return hasErrorListener(request, module, isRequestIn(fates, module))
    ? settled("contained", "handled", "piped", call, module)
    : { ...lost("piped", call, module), isUpload: true };
}

/** One fate of all that is done with a request: the best that its promise meets; sent by callback and promise, it is sent twice. */
export function combineSent(fates: readonly Fate[]): Fate | null {
  const sent = fates.filter((fate) => !fate.isUnsent && !fate.isAgain);
  const callback = sent.find((fate) => fate.callback);
  const pipe = sent.find((fate) => fate.pipe);
  const others = sent.filter((fate) => !fate.callback && !fate.pipe);
  // Only who waits for it sends it: it may also be shown to somebody, or returned to be aborted.
  const promise = others.filter((fate) => fate.disposition === "awaited" || fate.disposition === "chained");
  const [awaited] = promise;
  if (pipe && awaited) return { ...pipe, isMixed: true, promise: awaited };
  if (pipe) return callback ? { ...pipe, isMixed: true } : pipe;
  if (callback && promise.length > 0)
    return { ...callback, ending: "nowhere", here: "lost", isSentTwice: true };
  if (callback) return callback;
  const [first, ...rest] = promise.length > 0 ? promise : others;
  if (first) return rest.reduce((best, fate) => (graver(fate, best) === best ? fate : best), first);
  return fates[0] ?? null;
}
