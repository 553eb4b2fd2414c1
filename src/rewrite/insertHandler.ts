import type { Edit } from "../model/edit.ts";
import { isFunction, type Node } from "../syntax/node.ts";
import { parentOf, type SourceModule } from "../syntax/sourceModule.ts";
import { lineStart } from "../text/sourceText.ts";
import { at, awaitEdits, block, bodySpan, type FormOf, type Handler, type Insertion } from "./insertion.ts";
import { columns, shiftLines, positionAt } from "./layout.ts";
import { styleOf } from "./style.ts";
import { listOf } from "./surroundings.ts";

/** Above it, a floating call gets lines of its own. */
const MAX_WIDTH = 100;

/** The text of a handler function, from its parameters to its closing brace. */
export function handlerText(handler: Handler, base: string, module: SourceModule): string {
  const { eol, unit, isEs5, isTypeScript } = styleOf(module);
  const typed = isTypeScript ? `${handler.errorName}: unknown` : handler.errorName;
  const head = isEs5 ? `function (${handler.errorName}) {` : `(${typed}) => {`;
  return `${head}${eol}${block(handler.lines, base + unit, styleOf(module))}${base}}`;
}

/** `.catch(…)` behind a promise, on a line of its own where the chain is written so. */
export function insertChain(form: FormOf<"chain">, handler: Handler, module: SourceModule): Insertion {
  const { eol } = styleOf(module);
  const end = form.node.end ?? 0;
  const { base } = positionAt(module, form.node.start ?? 0);
  const lastLine = module.text.slice(lineStart(module.text, end), end);
  const dot = /^([ \t]*)\??\.\w/.exec(lastLine)?.[1] ?? chainIndentation(form.node, module);
  const line = dot === null ? "" : eol + dot;
  return { edits: [at(end, `${line}.catch(${handlerText(handler, dot ?? base, module)})`)] };
}

/** The indentation of the dots of a chain that is written one call a line, its last call spanning several. */
function chainIndentation(node: Node, module: SourceModule): string | null {
  if (node.type !== "CallExpression" && node.type !== "OptionalCallExpression") return null;
  const { callee } = node;
  if (callee.type !== "MemberExpression" && callee.type !== "OptionalMemberExpression") return null;
  const between = module.text.slice(callee.object.end ?? 0, callee.property.start ?? 0);
  return between.includes("\n") ? positionAt(module, callee.property.start ?? 0).base : null;
}

/** A floating call goes into an async arrow function that is called at once (in ES5: into a promise's executor). */
export function insertIife(form: FormOf<"iife">, handler: Handler, module: SourceModule): Insertion {
  const start = form.node.start ?? 0;
  const end = form.node.end ?? 0;
  const { base } = positionAt(module, start);
  const text = handlerText(handler, base, module);
  if (styleOf(module).isEs5) {
    const { eol, unit, semicolon } = styleOf(module);
    return {
      edits: [
        at(start, `new Promise(function (resolve) {${eol}${base}${unit}resolve(`),
        ...shiftLines(module, start, end, unit),
        at(end, `)${semicolon}${eol}${base}}).catch(${text})`),
      ],
      shifted: { start, end, by: unit },
    };
  }
  const guard = needsSemicolon(form.node, module) ? ";" : "";
  const { eol, unit, semicolon, width } = styleOf(module);
  const line = module.text.slice(lineStart(module.text, start), end);
  if (
    !line.includes("\n") &&
    columns(line) + `(async () => )().catch(${text.slice(0, text.indexOf("{") + 1)}`.length <=
      Math.min(width, MAX_WIDTH)
  )
    return { edits: [at(start, `${guard}(async () => `), at(end, `)().catch(${text})`)] };
  return {
    edits: [
      at(start, `${guard}(async () => {${eol}${base}${unit}await `),
      ...shiftLines(module, start, end, unit),
      at(end, `${semicolon}${eol}${base}})().catch(${text})`),
    ],
    shifted: { start, end, by: unit },
  };
}

/** In a file without semicolons, a line that starts with "(" would be read as a call of what stands before. */
function needsSemicolon(node: Node, module: SourceModule): boolean {
  const statement = parentOf(module, node);
  if (statement?.type !== "ExpressionStatement" || statement.start !== node.start) return false;
  const list = listOf(statement, module);
  const previous =
    list?.[list.indexOf(statement) - 1] ?? (list ? lastDirective(statement, module) : undefined);
  if (!previous) return false;
  const last = module.text[(previous.end ?? 1) - 1];
  const endsWithBlock =
    /^(If|For|ForOf|ForIn|While|Try|Switch|Block|Labeled)Statement$|^(Function|Class)Declaration$/.test(
      previous.type,
    );
  return last !== ";" && !(last === "}" && endsWithBlock);
}

function lastDirective(statement: Node, module: SourceModule): Node | undefined {
  const parent = parentOf(module, statement);
  return parent?.type === "BlockStatement" || parent?.type === "Program"
    ? parent.directives.at(-1)
    : undefined;
}

/** A returned promise is awaited. */
export function insertAwait(form: FormOf<"await">): Insertion {
  return { edits: awaitEdits([form.node]) };
}

/** An empty catch clause or handler gets its lines. */
export function insertFill(form: FormOf<"fill">, handler: Handler, module: SourceModule): Insertion {
  const { handler: node } = form;
  const { eol, unit } = styleOf(module);
  if (node.type === "CatchClause")
    return {
      edits: [
        ...(node.param ? [] : [at((node.start ?? 0) + "catch".length, ` (${handler.errorName})`)]),
        ...fillBlock(node.body, handler, module),
      ],
    };
  if (!isFunction(node))
    return {
      edits: [
        {
          start: node.start ?? 0,
          end: node.end ?? 0,
          text: handlerText(handler, positionAt(module, node.start ?? 0).base, module),
        },
      ],
    };
  const open = module.text.indexOf("(", node.start ?? 0);
  const parameter =
    node.params.length === 0
      ? [at(open + 1, styleOf(module).isTypeScript ? `${handler.errorName}: unknown` : handler.errorName)]
      : [];
  if (node.body.type === "BlockStatement")
    return { edits: [...parameter, ...fillBlock(node.body, handler, module)] };
  const { base } = positionAt(module, node.start ?? 0);
  const [start, end] = bodySpan(node.body, module);
  const value = module.text.slice(start, end);
  const returned =
    value === "undefined" || value.startsWith("void ") ? [] : [`return ${value}${styleOf(module).semicolon}`];
  const lines = block([...handler.lines, ...returned], base + unit, styleOf(module));
  return { edits: [...parameter, { start, end, text: `{${eol}${lines}${base}}` }] };
}

/** Puts lines right behind the opening brace of a block, and the closing one on a line of its own. */
export function fillBlock(body: Node, handler: Handler, module: SourceModule): readonly Edit[] {
  const { eol, unit } = styleOf(module);
  const start = (body.start ?? 0) + 1;
  const end = (body.end ?? 0) - 1;
  const { base } = positionAt(module, end);
  const rest = module.text.slice(start, end);
  const lines = block(handler.lines, base + unit, styleOf(module));
  if (rest.trim() === "") return [{ start, end, text: `${eol}${lines}${base}` }];
  if (/^[ \t]*\r?\n/.test(rest)) return [at(start, eol + lines.slice(0, -eol.length))];
  const gap = start + rest.length - rest.trimStart().length;
  const close = start + rest.trimEnd().length;
  return [
    { start, end: gap, text: eol + lines + base + unit },
    { start: close, end, text: eol + base },
  ];
}
