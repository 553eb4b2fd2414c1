import type * as t from "@babel/types";
import { chainMethods } from "../../detect/distinctions.ts";
import { methodCall } from "../../detect/endCallbacks.ts";
import type { PipeListeners } from "../../detect/pipeListeners.ts";
import type { Site } from "../../detect/site.ts";
import { isCall, isFunction, isMember, memberName, unwrap, type Node } from "../../syntax/node.ts";
import { bindingOf, functionAround, parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { labelOf } from "../handling.ts";
import { listOf, statementOf } from "../surroundings.ts";
import { readHttp } from "./readHttp.ts";
import type { Around, Destination, PipeForm, PipeRefusal } from "./pipeForm.ts";
import { readAround } from "./readAround.ts";
import { readReport } from "./readReport.ts";
import { readAwaited, readResponsePipe, type ResponsePart } from "./readResponsePipe.ts";

const NO_LISTENERS: PipeListeners = { request: false, response: false, status: false, destination: false };
const refuse = (refusal: string): PipeRefusal => ({ refusal });

/** Reads all that the rewrite of a pipe depends on, or says why there is none. */
export function readPipe(site: Site): PipeForm | PipeRefusal {
  const { module, fate } = site;
  const pipe = fate.pipe;
  if (!isCall(pipe) || pipe !== site.call) return refuse("the request is piped in another file");
  const callee = unwrap(pipe.callee as Node);
  if (!isMember(callee) || memberName(callee) !== "pipe") return readPipeline(site, pipe, module);
  if (fate.isMixed) return readMixed(site, pipe, unwrap(callee.object), module);
  const isResponse = site.rule === "pipe-cannot-be-mixed-with-promise";
  const chain = readChain(pipe, module);
  if ("refusal" in chain) return chain;
  if (isResponse) {
    if (!site.request) return refuse("the request whose response is piped is not in sight");
    const part = readResponsePipe(site, site.request, chain.outer, module);
    return "refusal" in part ? part : complete(site, chain, part);
  }
  const { request, destination } = fate.listeners ?? NO_LISTENERS;
  if (request && destination)
    return refuse(
      "it has listeners of its own, which miss a reset in the body, an error page and a cut body",
    );
  if (request)
    return refuse("it has an `error` listener of its own on the request; the others have to go with it");
  const around = readAround(chain.outer, module);
  if ("refusal" in around) return around;
  return complete(site, chain, {
    ...around,
    request: callee.object,
    onResponse: [],
    responseName: null,
    dropped: null,
    failure: null,
  });
}

/** `await pipeline(superagent.get(url), file)`: a request is no usable source for it. */
function readPipeline(site: Site, call: Node, module: SourceModule): PipeForm | PipeRefusal {
  const [request, ...streams] = isCall(call) ? call.arguments : [];
  const isPlain =
    streams.length > 0 &&
    streams.every((s) => s.type !== "SpreadElement" && !isFunction(s) && s.type !== "ObjectExpression");
  if (!request || !isPlain || parentOf(module, call)?.type !== "AwaitExpression")
    return refuse("a request is no usable source for `pipeline`: pipe the request itself, and listen to it");
  const around = readAround(call, module);
  if ("refusal" in around) return around;
  const destinations = streams.map((stream) => readDestination(stream as Node, module));
  return complete(
    site,
    { destinations, outer: call, rest: null },
    { ...around, request: request as Node, onResponse: [], responseName: null, dropped: null, failure: null },
  );
}

/** `const res = await request; …; request.pipe(file)`: as if the response were piped. */
function readMixed(site: Site, pipe: Node, request: Node, module: SourceModule): PipeForm | PipeRefusal {
  const waiting = (bindingOf(module, request)?.references ?? []).flatMap((reference) => {
    const awaiting = parentOf(module, reference);
    const holder = awaiting?.type === "AwaitExpression" ? parentOf(module, awaiting) : undefined;
    return holder?.type === "VariableDeclarator" && holder.id.type === "Identifier" ? [holder] : [];
  });
  const [declarator] = waiting;
  const chain = isCall(pipe) ? readChain(pipe, module) : refuse("it is no call");
  if ("refusal" in chain) return chain;
  if (waiting.length !== 1 || declarator?.id.type !== "Identifier")
    return refuse("the request is awaited and piped; it can only be one of them");
  const part = readAwaited(request, declarator.id, declarator, chain.outer, module);
  return "refusal" in part ? part : complete(site, chain, part);
}

interface Chain {
  readonly destinations: readonly Destination[];
  /** The outermost call: the last hop, or the last listener behind it. */
  readonly outer: Node;
  readonly rest: { readonly start: number; readonly end: number } | null;
}

/** `.pipe(a).pipe(b).on("finish", …)`. */
function readChain(
  pipe: t.CallExpression | t.OptionalCallExpression,
  module: SourceModule,
): Chain | PipeRefusal {
  const destinations: Destination[] = [];
  let last: Node = pipe;
  let outer: Node = pipe;
  for (let call: t.CallExpression | t.OptionalCallExpression | null = pipe; call;) {
    const [destination, options] = call.arguments;
    if (!destination || options || destination.type === "SpreadElement")
      return refuse("it is piped with options of its own");
    destinations.push(readDestination(destination as Node, module));
    last = outer = call;
    const next = methodCall(call, module);
    if (!next || memberName(next.callee) !== "pipe") break;
    call = next.call;
  }
  for (let next = methodCall(outer, module); next; next = methodCall(outer, module)) {
    const name = memberName(next.callee) ?? "";
    if (!/^(on|once)$/.test(name)) return refuse(`the destination's \`${name}\` is called in the same chain`);
    outer = next.call;
  }
  const rest = outer === last ? null : { start: last.end ?? 0, end: outer.end ?? 0 };
  const isFixed = destinations.every(({ node }) => unwrap(node).type !== "AwaitExpression");
  return isFixed ? { destinations, outer, rest } : refuse("its destination is waited for in place");
}

function readDestination(node: Node, module: SourceModule): Destination {
  const text = textOf(module, node);
  const isPath = /^(this|[\w$]+)(\.[\w$]+)*$/.test(text);
  return { node, name: isPath ? text : null, isStdio: /^process\.(stdout|stderr)$/.test(text) };
}

function complete(site: Site, chain: Chain, part: ResponsePart): PipeForm | PipeRefusal {
  const { module } = site;
  const { destinations, rest } = chain;
  const methods = chainMethods(site.request ?? site.call, module);
  if (methods.has("retry"))
    return refuse("`.retry()` on a piped request hangs for ever when it tries again; it has to go first");
  if (methods.has("ok"))
    return refuse(
      "`.ok()` has no say in a piped request: the status has to be judged in a `response` listener",
    );
  if (destinations.some(({ node }) => isRequestText(textOf(module, node), site)))
    return refuse(
      "its destination is another request: before superagent 10 such an upload never ends, so save the download first, then send it",
    );
  if (usesAwait(part.request)) return refuse("the request waits for something in its arguments");
  if (methods.has("on") && answersItself(part.request, site))
    return refuse(
      "its `response` listener passes the upstream's status or headers on, which a failure would have to take back",
    );
  const last = destinations.at(-1) as Destination;
  const http = destinations.length === 1 ? readHttp(last.node, site) : null;
  const around = http && part.around === "expression" ? statementAround(part, module) : part;
  if ("refusal" in around) return around;
  const onward = destinations.length === 1 && !http ? onwardOf(last.node, chain.outer, module) : [];
  if (onward === null) return refuse("its destination is piped on before that stream is there");
  const report = readReport(site, chain.outer, last, rest, part, http !== null);
  const form: PipeForm = {
    http,
    request: part.request,
    destinations,
    onward,
    report: report.report,
    around: around.around,
    replaced: around.replaced,
    dropped: part.dropped,
    rest,
    onResponse: part.onResponse,
    responseName: part.responseName,
    before: part.before ?? [],
    after: part.after ?? [],
    closes: report.closes,
    label: labelOf({ ...site, name: site.value.name }),
  };
  if (/\n\s*;$/.test(textOf(module, form.replaced)))
    return refuse("the semicolon that ends it stands on the next line, and guards that");
  return commentsLost(form, module) ? refuse("a comment inside of it would be lost") : form;
}

/** `request.pipe(gunzip); gunzip.pipe(file);`: the streams behind; null where one is declared too late to be closed. */
function onwardOf(destination: Node, pipe: Node, module: SourceModule): readonly string[] | null {
  const binding = bindingOf(module, unwrap(destination));
  for (const reference of binding?.references ?? []) {
    const next = methodCall(reference, module);
    const [target] = next && memberName(next.callee) === "pipe" ? next.call.arguments : [];
    if (!target || target.type === "SpreadElement") continue;
    const declared = bindingOf(module, target);
    if (target.type !== "Identifier" || !declared || (declared.identifier.start ?? 0) > (pipe.start ?? 0))
      return null;
    return [target.name];
  }
  return [];
}

/** `.on("response", (r) => res.writeHead(r.status, r.headers))` */
function answersItself(request: Node, site: Site): boolean {
  const text = textOf(
    site.module,
    request.type === "Identifier" ? (functionAround(site.module, request) ?? request) : request,
  );
  const listener = /\.(on|once)\(\s*['"`]response['"`]([\s\S]*)/.exec(text)?.[2] ?? "";
  return /writeHead|\.headers?\s*[,)]|for\s*\(.*headers|Object\.(keys|entries)\([^)]*headers/.test(listener);
}

/** An awaited pipe into an HTTP response: nothing behind it may need the transfer to be complete. */
function statementAround(
  part: ResponsePart,
  module: SourceModule,
): { readonly around: Around; readonly replaced: Node } | PipeRefusal {
  const statement = statementOf(part.replaced, module);
  const list = statement && listOf(statement, module);
  return statement && list && list.at(-1) === statement
    ? { around: "statement", replaced: statement }
    : refuse("the answer is awaited, and code behind it relies on that");
}

/** `.pipe(superagent.put(url))`. */
function isRequestText(text: string, site: Site): boolean {
  const [root] = textOf(site.module, site.request ?? site.call).split(/[.(]/);
  return root !== undefined && /^\w+$/.test(root) && new RegExp(`^${root}\\s*[.(]`).test(text);
}

function usesAwait(node: Node): boolean {
  let found = false;
  const look = (inner: Node): void => {
    if (inner.type === "AwaitExpression" || inner.type === "YieldExpression") found = true;
  };
  if (unwrap(node).type !== "Identifier") walkInto(node, look);
  return found;
}

function walkInto(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    const children: readonly unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child) && !isFunction(child)) walkInto(child, visit);
  }
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string"
  );
}

/** A part of the text; the parser's nodes are such. */
interface Part {
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
}

function isIn(comment: Part, span: Part): boolean {
  return (span.start ?? 0) <= (comment.start ?? 0) && (comment.end ?? 0) <= (span.end ?? 0);
}

/** Whether a comment stands in what is replaced, but in none of the parts that are kept. */
function commentsLost(form: PipeForm, module: SourceModule): boolean {
  const replaced = [form.replaced, ...(form.dropped ? [form.dropped] : [])];
  const kept: readonly Part[] = [
    form.request,
    ...form.destinations.map(({ node }) => node),
    ...form.onResponse,
    ...form.before,
    ...form.after,
    ...(form.rest ? [form.rest] : []),
  ];
  return (module.ast.comments ?? []).some(
    (comment) => replaced.some((span) => isIn(comment, span)) && !kept.some((span) => isIn(comment, span)),
  );
}
