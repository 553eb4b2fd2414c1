import { forEachChild, type Node } from "../syntax/node.ts";
import { walk, type SourceModule } from "../syntax/sourceModule.ts";
import { lineEnding } from "../text/sourceText.ts";

/** How a file is written: what is inserted follows it. */
export interface Style {
  readonly quote: '"' | "'";
  readonly semicolon: "" | ";";
  /** One step of indentation. */
  readonly unit: string;
  readonly eol: "\n" | "\r\n";
  /** The width that the file's lines keep to: 80, 100 or 120, or none. */
  readonly width: number;
  /** The name that the file uses most for what it catches. */
  readonly errorName: string;
  readonly isTypeScript: boolean;
  /** No syntax later than ES5 in the whole file: none is inserted either. */
  readonly isEs5: boolean;
}

const styles = new WeakMap<SourceModule, Style>();

/** Reads the style off a file. */
export function styleOf(module: SourceModule): Style {
  let style = styles.get(module);
  if (!style) styles.set(module, (style = readStyle(module)));
  return style;
}

const MODERN = new Set([
  "ArrowFunctionExpression",
  "ClassDeclaration",
  "ClassExpression",
  "TemplateLiteral",
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportDefaultDeclaration",
  "AwaitExpression",
  "ForOfStatement",
  "SpreadElement",
  "ObjectPattern",
]);

function readStyle(module: SourceModule): Style {
  let single = 0;
  let double = 0;
  let withSemicolon = 0;
  let without = 0;
  let isModern = false;
  const caught = new Map<string, number>();
  const note = (name: string) => caught.set(name, (caught.get(name) ?? 0) + 1);
  walk(module.ast.program, (node) => {
    if (node.type === "StringLiteral" || node.type === "DirectiveLiteral") {
      const first = module.text[node.start ?? 0];
      if (first === "'") single++;
      else if (first === '"') double++;
    }
    if (
      node.type === "ExpressionStatement" ||
      node.type === "VariableDeclaration" ||
      node.type === "ReturnStatement" ||
      node.type === "ImportDeclaration"
    ) {
      if (!isLoopHead(node, module) && module.text[(node.end ?? 1) - 1] === ";") withSemicolon++;
      else if (!isLoopHead(node, module)) without++;
    }
    if (node.type === "CatchClause" && node.param?.type === "Identifier") note(node.param.name);
    if (node.type === "CallExpression") noteHandler(node, note);
    if (
      MODERN.has(node.type) ||
      (node.type === "VariableDeclaration" && node.kind !== "var") ||
      ("async" in node && node.async === true)
    )
      isModern = true;
  });
  const [most] = [...caught]
    .filter(([name]) => /^(err|error|e|ex|exception)$/.test(name))
    .toSorted((a, b) => b[1] - a[1]);
  return {
    quote: single > double ? "'" : '"',
    semicolon: without > withSemicolon ? "" : ";",
    unit: indentUnit(module.text),
    eol: lineEnding(module.text),
    width: widthOf(module.text),
    errorName: most?.[0] ?? "err",
    isTypeScript: /\.[mc]?tsx?$/.test(module.file),
    isEs5: !isModern && module.ast.program.body.length > 0,
  };
}

function isLoopHead(node: Node, module: SourceModule): boolean {
  const parent = module.scopes.places.get(node)?.parent;
  return (
    node.type === "VariableDeclaration" &&
    (parent?.type === "ForStatement" ||
      parent?.type === "ForOfStatement" ||
      parent?.type === "ForInStatement")
  );
}

function noteHandler(call: Node, note: (name: string) => void): void {
  if (
    call.type !== "CallExpression" ||
    call.callee.type !== "MemberExpression" ||
    call.callee.property.type !== "Identifier" ||
    call.callee.property.name !== "catch"
  )
    return;
  const [handler] = call.arguments;
  if (handler && "params" in handler && handler.params[0]?.type === "Identifier")
    note(handler.params[0].name);
}

/** The usual width that a file keeps to: 80 strictly, a wider one but for a few lines. */
function widthOf(text: string): number {
  const lengths = text.split("\n").map((line) => line.trimEnd().length);
  const over = (width: number) => lengths.filter((length) => length > width).length;
  if (over(80) === 0) return 80;
  return [100, 120].find((width) => over(width) <= lengths.length * 0.02) ?? Number.POSITIVE_INFINITY;
}

/** The most frequent step from one line's indentation to a deeper one's. */
function indentUnit(text: string): string {
  const steps = new Map<string, number>();
  let previous = "";
  for (const line of text.split("\n")) {
    if (line.trim() === "" || /^\s*\*/.test(line)) continue;
    const indentation = /^[ \t]*/.exec(line)?.[0] ?? "";
    if (indentation.length > previous.length && indentation.startsWith(previous)) {
      const step = indentation.slice(previous.length);
      if (step.length <= 8) steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    previous = indentation;
  }
  const [most] = [...steps].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? "  ";
}

/** Whether a node mentions `this`, `arguments`, `await` or `yield` of the function it stands in. */
export function usesOwnFunction(node: Node, what: ReadonlySet<string>): boolean {
  let found = false;
  const look = (inner: Node): void => {
    if (
      what.has(inner.type) ||
      (inner.type === "Identifier" && inner.name === "arguments" && what.has("arguments"))
    )
      found = true;
    if (
      inner.type === "FunctionExpression" ||
      inner.type === "FunctionDeclaration" ||
      inner.type === "ObjectMethod" ||
      inner.type === "ClassMethod"
    )
      return;
    if (
      inner.type === "ArrowFunctionExpression" &&
      (what.has("AwaitExpression") || what.has("YieldExpression"))
    )
      return;
    forEachChild(inner, look);
  };
  look(node);
  return found;
}
