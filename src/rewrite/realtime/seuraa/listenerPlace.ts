import type { ChannelDetail } from "../../../detect/realtime/seuraa/channels.ts";
import { isCall, isMember, unwrap, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { functionAround, placeOf, textOf, type SourceModule } from "../../../syntax/sourceModule.ts";
import type { Edit } from "../../../model/edit.ts";
import { at } from "../../insertion.ts";
import { positionAt } from "../../layout.ts";
import { holderOf } from "../holder.ts";
import { linesAfter, statementInList } from "../lines.ts";
import type { Planning } from "../planning.ts";

const IN_EFFECT =
  "the effect that subscribes does not unsubscribe at its end: register the handler there, and call its remover in the cleanup";

/** Where a listener of a channel can be registered before anything subscribes. */
export interface ListenerPlace {
  /** What holds the channel there: `desk`, `this.channel`. */
  readonly name: string;
  edit(lines: readonly string[]): Edit;
  /** The effect around it whose cleanup does not leave the channel. */
  readonly effect: FunctionNode | null;
  /** The statement that the listener stands behind, or in front of. */
  readonly statement: Node;
  readonly isBehind: boolean;
}

/** Behind the statement that makes the channel, else in front of the first that subscribes; a text tells why there is none. */
export function listenerPlace(
  { instance }: ChannelDetail,
  planning: Planning,
): ListenerPlace | string | null {
  const { module, style } = planning;
  const holder = holderOf(instance.node, module);
  if (holder && !isRendered(holder.statement, module))
    return {
      name: holder.name,
      edit: (lines) => linesAfter(holder.statement, lines, module, style),
      effect: effectAround(holder.statement, module),
      statement: holder.statement,
      isBehind: true,
    };
  const first = instance.listeners.find(
    (listener) => listener.event === "subscribe" && listener.module === module,
  );
  const callee = first && isCall(first.whole) ? unwrap(first.whole.callee as Node) : null;
  const statement = first && statementInList(first.whole, module);
  if (!first || !callee || !isMember(callee) || !statement) return null;
  const name = textOf(module, callee.object);
  if (!/^[\w$.#]+$/.test(name) || isRendered(statement, module)) return null;
  const { base } = positionAt(module, statement.start ?? 0);
  return {
    name,
    edit: (lines) => at(statement.start ?? 0, lines.map((line) => line + style.eol + base).join("")),
    effect: effectAround(statement, module),
    statement,
    isBehind: false,
  };
}

/** The reason why a listener that nobody removes cannot stand at a place; null where it can. */
export function problemOf(place: ListenerPlace): string | null {
  return place.effect ? IN_EFFECT : null;
}

/** In the body of a component or a hook itself: it runs again with each rendering. */
function isRendered(statement: Node, module: SourceModule): boolean {
  const fn = functionAround(module, statement);
  return fn !== null && effectOf(fn, module) === null && /\buse[A-Z]\w*(<[^>]*>)?\(/.test(textOf(module, fn));
}

/** The effect that a node stands in, where nothing in it leaves the channel. */
function effectAround(node: Node, module: SourceModule): FunctionNode | null {
  const fn = functionAround(module, node);
  return fn && effectOf(fn, module) && !/\bunsubscribe\(/.test(textOf(module, fn)) ? fn : null;
}

function effectOf(fn: FunctionNode, module: SourceModule): Node | null {
  const place = placeOf(module, fn);
  if (!place || !isCall(place.parent) || place.key !== "arguments") return null;
  return /^(React\.)?use(Layout|Insertion)?Effect$/.test(textOf(module, place.parent.callee as Node))
    ? place.parent
    : null;
}
