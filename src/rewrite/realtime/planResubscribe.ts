import { isMember, unwrap, type Node } from "../../syntax/node.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  textOf,
  walk,
  type SourceModule,
} from "../../syntax/sourceModule.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { holderOf, type Holder } from "./holder.ts";
import { linesAfter, logLine } from "./lines.ts";
import type { SitePlanner } from "./planning.ts";

/** S9: after a reconnect the channel is subscribed to again, which tells whether it was refused. */
export const subscribeAgain: SitePlanner = (site, planning) => {
  const { call } = site;
  const { module, style } = planning;
  const callee = call.type === "CallExpression" ? unwrap(call.callee as Node) : null;
  if (call.type !== "CallExpression" || !callee || !isMember(callee) || style.isEs5) return null;
  const client = textOf(module, callee.object);
  const holder = makerOf(client, call, module);
  // Who unsubscribes somewhere has left the channel, and must not be brought back.
  if (!holder || /\bunsubscribe\b/.test(module.text)) return null;
  if (!call.arguments.every((argument) => isSeenFrom(argument, holder.statement, module))) return null;
  const args = call.arguments.map((argument) => textOf(module, argument)).join(", ");
  const err = freeName([style.errorName, "err", "error"], namesIn([call]));
  const { quote, semicolon, unit, isTypeScript } = style;
  const log = logLine(planning.loggerAt(call), style, "client.subscribe failed after a reconnect", [
    `String(${err})`,
  ]);
  const lines = [
    `${client}.on(${quote}connected${quote}, ({ isReconnect }) => {`,
    `${unit}if (!isReconnect) return${semicolon}`,
    `${unit}${client}.subscribe(${args}).catch((${err}${isTypeScript ? ": unknown" : ""}) => {`,
    unit + unit + log,
    `${unit}})${semicolon}`,
    `})${semicolon}`,
  ];
  return {
    edits: [linesAfter(holder.statement, lines, module, style)],
    title: "subscribe again after a reconnect",
    safety: "review",
  };
};

/** Where the client of a call is made, in the same function, outside of any loop: there one listener is one listener. */
function makerOf(client: string, call: Node, module: SourceModule): Holder | null {
  const fn = functionAround(module, call);
  for (let at = parentOf(module, call); at && at !== fn; at = parentOf(module, at))
    if (/^(For|ForOf|ForIn|While|DoWhile)Statement$/.test(at.type)) return null;
  const found: Holder[] = [];
  walk(fn ?? module.ast.program, (node) => {
    if (node.type !== "NewExpression" || functionAround(module, node) !== fn) return;
    const holder = holderOf(node, module);
    if (holder?.name === client) found.push(holder);
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A channel that means the same in a listener behind a statement: a literal, a field, a variable of the same block or around it. */
function isSeenFrom(argument: Node, statement: Node, module: SourceModule): boolean {
  let isSeen = !textOf(module, argument).includes("\n");
  walk(argument, (node) => {
    if (/^(Await|Yield|Assignment|Update|Call|New)Expression$/.test(node.type)) isSeen = false;
    if (node.type !== "Identifier") return;
    const binding = bindingOf(module, node);
    if (!binding) return;
    if (/^(let|var)$/.test(binding.kind)) isSeen = false;
    const list = parentOf(module, statement);
    let outer: Node | undefined = list;
    const home = blockOf(binding.declaration, module);
    while (outer && outer !== home) outer = parentOf(module, outer);
    if (home && !outer) isSeen = false;
  });
  return isSeen;
}

/** The block, function or file that a declaration belongs to. */
function blockOf(declaration: Node, module: SourceModule): Node | undefined {
  let at = parentOf(module, declaration);
  while (at && !/^(BlockStatement|Program|SwitchCase)$|Function|Method/.test(at.type))
    at = parentOf(module, at);
  return at;
}
