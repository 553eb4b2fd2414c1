import type * as t from "@babel/types";
import { contracts } from "../contracts/index.ts";
import { isMember, memberName, unwrap, type Node } from "../syntax/node.ts";
import { bindingOf, type SourceModule } from "../syntax/sourceModule.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Value } from "./value.ts";

/** Packages whose `WebSocket` is one: default export, or under that name. */
const SOCKET_PACKAGES = new Set(["ws", "isomorphic-ws", "undici", "websocket"]);
const GLOBALS = new Set(["globalThis", "global", "window", "self"]);

/**
 * The role of `new WebSocket(url)` where the URL leads to a contract's host; null for every other socket.
 * The URL has to fold to the host: what no constant tells belongs to nobody (shared/facts/metered-realtime.md, section 4).
 */
export function socketOf(
  tracer: Evaluator,
  node: t.NewExpression,
  module: SourceModule,
): Extract<Value, { kind: "role" }> | null {
  const [first] = node.arguments;
  if (!first || first.type === "SpreadElement" || first.type === "ArgumentPlaceholder") return null;
  if (socketClass(tracer, node.callee, module) === null) return null;
  const texts = tracer.textsOf(first, module);
  const owner = contracts.find(({ sockets }) => sockets && texts.some((text) => leadsTo(text, sockets.host)));
  return owner?.sockets ? { kind: "role", contract: owner.name, role: owner.sockets.role, trace: [] } : null;
}

/** Whether a text is a URL of a host. */
export function leadsTo(text: string, host: string): boolean {
  const found = /^(?:wss?|https?):\/\/([^/?#:@\0]+)(?=[/?#:]|$)/i.exec(text.trim());
  return found?.[1]?.toLowerCase() === host;
}

/** What a `WebSocket` class is: of the platform, or the `ws` package's, whose sockets are event emitters; null where it is none. */
export function socketClass(tracer: Evaluator, callee: Node, module: SourceModule): "platform" | "ws" | null {
  const node = unwrap(callee);
  if (node.type === "Identifier" && node.name === "WebSocket" && !bindingOf(module, node)) return "platform";
  if (
    isMember(node) &&
    memberName(node) === "WebSocket" &&
    node.object.type === "Identifier" &&
    GLOBALS.has(node.object.name) &&
    !bindingOf(module, node.object)
  )
    return "platform";
  for (const value of tracer.evaluate(node, module)) {
    if (value.kind !== "external" || !SOCKET_PACKAGES.has(value.package)) continue;
    if (/^(default|=|\*)?(\.default)?(\.?WebSocket|\.?w3cwebsocket)?$/.test(value.path))
      return value.package === "ws" || value.package === "isomorphic-ws" ? "ws" : "platform";
  }
  return null;
}
