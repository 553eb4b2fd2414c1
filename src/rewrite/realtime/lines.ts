import type { Node } from "../../syntax/node.ts";
import { parentOf, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Edit } from "../../model/edit.ts";
import { at } from "../insertion.ts";
import { afterTrailingComment, positionAt } from "../layout.ts";
import type { Logger } from "../logger.ts";
import type { Style } from "../style.ts";

const LISTS = /^(Program|BlockStatement|SwitchCase|StaticBlock|TSModuleBlock)$/;

/** The statement around a node that stands in a list of statements, so that others can follow it; null where there is none. */
export function statementInList(node: Node, module: SourceModule): Node | null {
  for (
    let inner = node, outer = parentOf(module, inner);
    outer;
    inner = outer, outer = parentOf(module, inner)
  ) {
    if (LISTS.test(outer.type)) return inner;
    if (/Function|Method|^Class/.test(outer.type)) return null;
    // `if (x) ws = new WebSocket(url);`: what follows would not be in the branch.
    if (/^(If|For|ForOf|ForIn|While|DoWhile|Labeled)Statement$/.test(outer.type)) return null;
  }
  return null;
}

/** Puts lines behind a statement, indented as it is. */
export function linesAfter(
  statement: Node,
  lines: readonly string[],
  module: SourceModule,
  style: Style,
): Edit {
  const { base } = positionAt(module, statement.start ?? 0);
  const end = afterTrailingComment(module, statement.end ?? 0);
  return at(end, lines.map((line) => style.eol + (line === "" ? "" : base + line)).join(""));
}

/** Writes a statement anew, its later lines indented as its first. */
export function rewritten(
  statement: Node,
  lines: readonly string[],
  module: SourceModule,
  style: Style,
): Edit {
  const { base } = positionAt(module, statement.start ?? 0);
  return {
    start: statement.start ?? 0,
    end: statement.end ?? 0,
    text: lines.map((line, index) => (index === 0 || line === "" ? line : base + line)).join(style.eol),
  };
}

/** A log statement: words, and values behind them. */
export function logLine(logger: Logger, style: Style, words: string, values: readonly string[]): string {
  const { quote, semicolon, isEs5 } = style;
  const { expression } = logger;
  if (values.length === 0) return `${expression}(${quote}${words}${quote})${semicolon}`;
  if (logger.takesArguments)
    return `${expression}(${quote}${words}:${quote}, ${values.join(", ")})${semicolon}`;
  if (isEs5)
    return `${expression}(${quote}${words}: ${quote} + ${values.join(` + ${quote} ${quote} + `)})${semicolon}`;
  return `${expression}(\`${words}: ${values.map((value) => `\${${value}}`).join(" ")}\`)${semicolon}`;
}

/** The head of a function that is given as an argument, up to its brace. */
function functionHead(params: string, { isEs5 }: Style): string {
  return isEs5 ? `function (${params}) {` : `(${params}) => {`;
}

/** A listener as lines: `ws.on("error", (err) => {`, its body, `});`. */
export function listenerLines(
  target: string,
  method: string,
  event: string,
  params: string,
  body: readonly string[],
  style: Style,
): readonly string[] {
  const { quote, semicolon, unit } = style;
  const first = event === "" ? "" : `${quote}${event}${quote}, `;
  return [
    `${target}.${method}(${first}${functionHead(params, style)}`,
    ...body.map((line) => unit + line),
    `})${semicolon}`,
  ];
}
