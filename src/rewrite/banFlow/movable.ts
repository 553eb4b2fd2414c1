import { bindingOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import {
  endOf,
  forEachChild,
  isCall,
  isMember,
  memberName,
  startOf,
  unwrap,
  type Node,
} from "../../syntax/node.ts";
import { importsOf, type SpecifierFor } from "./importOf.ts";
import type { ImportedName } from "./wiring.ts";

/** An expression as another module can have it. */
export interface Moved {
  readonly text: string;
  readonly imports: readonly ImportedName[];
}

const PLAIN = new Set([
  "ObjectExpression",
  "StringLiteral",
  "NumericLiteral",
  "BooleanLiteral",
  "NullLiteral",
  "TemplateLiteral",
  "TemplateElement",
  "LogicalExpression",
  "BinaryExpression",
  "UnaryExpression",
  "ConditionalExpression",
  "ParenthesizedExpression",
  "TSNonNullExpression",
  "TSAsExpression",
  "TSStringKeyword",
  "TSNumberKeyword",
  "NewExpression",
]);
const GLOBALS = new Set(["process", "Number", "String", "Boolean", "parseInt", "undefined", "URL"]);
/** A credential that stands in the code is not copied to a second place. */
const SECRET = /\b(?:secret|password|pass|token)["']?\s*:\s*["'`][^"'`]|:\/\/[^\s"'`/]*:[^\s"'`/$]+@/i;
/** A name of an environment variable. */
const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** An expression of literals, environment variables and imports, for another module; null where it needs more of its own. */
export function movable(
  node: Node,
  module: SourceModule,
  specifierFor: SpecifierFor,
  depth = 0,
): Moved | null {
  const edits: { start: number; end: number; text: string }[] = [];
  const imports: ImportedName[] = [];
  const known = importsOf(module);
  const isTyped = /\.[cm]?tsx?$/.test(module.file);
  let isMovable = true;
  const replace = (one: Node, text: string) => edits.push({ start: startOf(one), end: endOf(one), text });
  const look = (one: Node): void => {
    if (!isMovable) return;
    const variable = configured(one);
    if (variable !== null) {
      replace(one, `process.env.${variable}${isTyped ? "!" : ""}`);
      return;
    }
    if (one.type === "Identifier") {
      const binding = bindingOf(module, one);
      if (!binding) isMovable = GLOBALS.has(one.name);
      else if (!take(one)) isMovable = false;
      return;
    }
    if (one.type === "ObjectProperty" && !one.computed) {
      const { value } = one;
      if (one.shorthand) isMovable = value.type === "Identifier" && take(value, `${value.name}: `);
      else look(value);
      return;
    }
    if (isMember(one)) {
      look(one.object);
      if (one.computed) look(one.property);
      return;
    }
    if (!PLAIN.has(one.type) && !isCall(one)) isMovable = false;
    else forEachChild(one, look);
  };
  /** What an imported name or a constant of the module stands for; `key` is the property that it is short for. */
  const take = (identifier: Node, key = ""): boolean => {
    if (identifier.type !== "Identifier") return false;
    const imported = known.find(({ local }) => local === identifier.name);
    if (imported) {
      const specifier = specifierFor.from(imported.specifier, module);
      if (!imports.some(({ local }) => local === imported.local)) imports.push({ ...imported, specifier });
      return true;
    }
    const init = constantOf(identifier, module);
    const moved = init && depth < 3 ? movable(init, module, specifierFor, depth + 1) : null;
    if (!moved) return false;
    imports.push(...moved.imports);
    // Where it was used, it may have been known to be there.
    const text = isTyped && /^process\.env[.[][\w\]'"]+$/.test(moved.text) ? `${moved.text}!` : moved.text;
    const isPlain =
      key !== "" || identifier === node || /^[\w.!]+$/.test(text) || init?.type.endsWith("Literal");
    replace(identifier, key + (isPlain ? text : `(${text})`));
    return true;
  };
  look(node);
  if (!isMovable) return null;
  const from = startOf(node);
  let text = textOf(module, node);
  for (const edit of edits.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, edit.start - from) + edit.text + text.slice(edit.end - from);
  return SECRET.test(text) ? null : { text: dedented(text, module, from), imports };
}

/** The variable that Nest's ConfigService is asked for: it loads them into the environment. */
function configured(node: Node): string | null {
  const call = unwrap(node);
  if (!isCall(call)) return null;
  const callee = call.callee as Node;
  if (!isMember(callee) || !/^get(?:OrThrow)?$/.test(memberName(callee) ?? "")) return null;
  const [name] = call.arguments;
  return name?.type === "StringLiteral" && VARIABLE.test(name.value) && call.arguments.length === 1
    ? name.value
    : null;
}

function constantOf(identifier: Node, module: SourceModule): Node | null {
  const declaration = bindingOf(module, identifier)?.declaration;
  return declaration?.type === "VariableDeclarator" && declaration.id.type === "Identifier"
    ? (declaration.init ?? null)
    : null;
}

/** Further lines stand as deep as the first one does, which goes into a function. */
function dedented(text: string, module: SourceModule, from: number): string {
  const lineStart = module.text.lastIndexOf("\n", from) + 1;
  const depth = /^[ \t]*/.exec(module.text.slice(lineStart))?.[0] ?? "";
  return text
    .split(/\r?\n/)
    .map((line, index) =>
      index === 0 ? line : `  ${line.startsWith(depth) ? line.slice(depth.length) : line}`,
    )
    .join("\n");
}
