import type * as t from "@babel/types";
import type { Edit } from "../model/edit.ts";
import { lineOf, textOf, type SourceModule } from "../syntax/sourceModule.ts";
import { isFunction, type Node } from "../syntax/node.ts";
import { fillBlock, handlerText } from "./insertHandler.ts";
import { at, block, bodySpan, type FormOf, type Handler, type Insertion } from "./insertion.ts";
import { positionAt } from "./layout.ts";
import { freeName, namesIn } from "./pipes/pipeNames.ts";
import { styleOf } from "./style.ts";

/** `.end()` gets a callback that logs. */
export function insertEnd(form: FormOf<"end">, handler: Handler, module: SourceModule): Insertion {
  const { call } = form;
  const end = (call.end ?? 0) - 1;
  const { base } = positionAt(module, call.end ?? 0);
  const lines = guarded(handler.errorName, handler.lines, module);
  const open = module.text.lastIndexOf("(", end);
  return { edits: [{ start: open + 1, end, text: handlerText({ ...handler, lines }, base, module) }] };
}

/** A callback's first look goes to its error. */
export function insertCheck(form: FormOf<"check">, handler: Handler, module: SourceModule): Insertion {
  const { fn, check, kind } = form.callback;
  if (!fn) return { edits: [] };
  if (check && kind === "throws") {
    const edits = replaceThrow(check, handler, module);
    return { edits, replaced: edits };
  }
  if (check) return { edits: fillCheck(check, handler, module) };
  const [first, second] = fn.params;
  if (second?.type === "ObjectPattern") return nameResponse(form, second, handler, module);
  const parameter = first ? [] : [at(module.text.indexOf("(", fn.start ?? 0) + 1, handler.errorName)];
  const test = inspects(fn, module) ? `${handler.errorName} && !${responseName(fn)}` : handler.errorName;
  const lines = guarded(test, handler.lines, module);
  if (fn.body.type === "BlockStatement")
    return { edits: [...parameter, ...fillBlock(fn.body, { ...handler, lines }, module)] };
  const { eol, unit, semicolon } = styleOf(module);
  const { base } = positionAt(module, fn.start ?? 0);
  const [start, end] = bodySpan(fn.body, module);
  return {
    edits: [
      ...parameter,
      at(start, `{${eol}${block(lines, base + unit, styleOf(module))}${base}${unit}`),
      at(end, `${semicolon}${eol}${base}}`),
    ],
  };
}

/** `(err, { body }) => …` takes the response apart before anything can be looked at: it gets a name, and is taken apart behind. */
function nameResponse(
  form: FormOf<"check">,
  pattern: t.ObjectPattern,
  handler: Handler,
  module: SourceModule,
): Insertion {
  const { fn } = form.callback;
  const name = freeName(["res", "response", "answer"], namesIn(fn ? [fn] : []));
  const start = pattern.start ?? 0;
  const typed = pattern.typeAnnotation?.start ?? pattern.end ?? 0;
  const { semicolon, isEs5 } = styleOf(module);
  const taken = `${isEs5 ? "var" : "const"} ${module.text.slice(start, typed)} = ${name}${semicolon}`;
  if (fn?.body.type !== "BlockStatement") return { edits: [] };
  const looks = handler.lines.length > 0 && hasOwnCheck(fn, handler.errorName, module);
  const lines = looks ? [] : guarded(handler.errorName, handler.lines, module);
  const first = looks ? fn.body.body[0] : null;
  const edits = first
    ? [at(first.end ?? 0, `${styleOf(module).eol}${positionAt(module, first.start ?? 0).base}${taken}`)]
    : fillBlock(fn.body, { ...handler, lines: [...lines, taken] }, module);
  return { edits: [{ start, end: typed, text: name }, ...edits], replaced: [{ start, end: typed }] };
}

/** The callback starts with its own `if (err) return …`. */
function hasOwnCheck(fn: t.Function, errorName: string, module: SourceModule): boolean {
  const [first] = fn.body.type === "BlockStatement" ? fn.body.body : [];
  return (
    first?.type === "IfStatement" &&
    textOf(module, first.test) === errorName &&
    /\b(return|throw)\b/.test(textOf(module, first.consequent))
  );
}

/** A handler tells one failure from the others, before it does what it did. */
export function insertTell(form: FormOf<"tell">, handler: Handler, module: SourceModule): Insertion {
  const { handler: node } = form;
  const body = node.type === "CatchClause" || "body" in node ? (node.body as Node) : null;
  if (!body) return { edits: [] };
  const check = form.isCallback ? errorCheckIn(node, handler.errorName, module) : null;
  if (check) return { edits: fillCheckFirst(check, handler, module) };
  const parameter = missingParameter(node, handler.errorName, module);
  if (body.type === "BlockStatement") return { edits: [...parameter, ...fillBlock(body, handler, module)] };
  const { eol, unit, semicolon } = styleOf(module);
  const { base } = positionAt(module, node.start ?? 0);
  const [start, end] = bodySpan(body, module);
  return {
    edits: [
      ...parameter,
      at(start, `{${eol}${block(handler.lines, base + unit, styleOf(module))}${base}${unit}return `),
      at(end, `${semicolon}${eol}${base}}`),
    ],
  };
}

/** The `if (err)` of a request's callback, whose error is null on success. */
export function errorCheckIn(handler: Node, errorName: string, module: SourceModule): t.IfStatement | null {
  const statements = isFunction(handler) && handler.body.type === "BlockStatement" ? handler.body.body : [];
  return (
    statements.find(
      (s): s is t.IfStatement => s.type === "IfStatement" && textOf(module, s.test) === errorName,
    ) ?? null
  );
}

function fillCheckFirst(check: t.IfStatement, handler: Handler, module: SourceModule): readonly Edit[] {
  if (check.consequent.type === "BlockStatement") return fillBlock(check.consequent, handler, module);
  const { eol, unit } = styleOf(module);
  const { base } = positionAt(module, check.start ?? 0);
  const { start, end } = check.consequent;
  return [
    at(start ?? 0, `{${eol}${block(handler.lines, base + unit, styleOf(module))}${base}${unit}`),
    at(end ?? 0, `${eol}${base}}`),
  ];
}

/** `catch {`, `() =>`: the error gets a name. */
function missingParameter(node: Node, name: string, module: SourceModule): readonly Edit[] {
  if (node.type === "CatchClause")
    return node.param ? [] : [at((node.start ?? 0) + "catch".length, ` (${name})`)];
  if (!isFunction(node) || node.params.length > 0) return [];
  const typed = styleOf(module).isTypeScript ? `${name}: unknown` : name;
  return [at(module.text.indexOf("(", node.start ?? 0) + 1, typed)];
}

function guarded(test: string, lines: readonly string[], module: SourceModule): readonly string[] {
  const { unit } = styleOf(module);
  return [`if (${test}) {`, ...lines.map((line) => unit + line), "}"];
}

/** The callback judges the response by its own status: an HTTP failure stays its business. */
function inspects(fn: t.Function, module: SourceModule): boolean {
  const name = responseName(fn);
  return (
    name !== null &&
    new RegExp(
      `\\b${name}\\.(status|statusCode|statusType|ok|error|notFound|unauthorized|clientError|serverError)\\b`,
    ).test(textOf(module, fn.body))
  );
}

function responseName(fn: t.Function): string | null {
  const [, response] = fn.params;
  return response?.type === "Identifier" ? response.name : null;
}

/** `throw err` in a callback, which nobody could catch. */
function replaceThrow(check: t.IfStatement, handler: Handler, module: SourceModule): readonly Edit[] {
  const { eol, unit } = styleOf(module);
  const { consequent } = check;
  const { base } = positionAt(module, check.start ?? 0);
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  if (!last) return [];
  // A branch that logs already only needs to hand the error on.
  const isLogged = consequent.type === "BlockStatement" && consequent.body.length > 1;
  const lines = isLogged
    ? handler.lines.filter((line) => /^(return|process\.exitCode)\b/.test(line))
    : handler.lines;
  const inner = positionAt(module, last.start ?? 0).base;
  if (consequent.type === "BlockStatement" && lineOf(consequent) !== lineOf(last))
    return [
      { start: last.start ?? 0, end: last.end ?? 0, text: block(lines, inner, styleOf(module)).trim() },
    ];
  const text = `{${eol}${block(lines, base + unit, styleOf(module))}${base}}`;
  return [{ start: consequent.start ?? 0, end: consequent.end ?? 0, text }];
}

/** `if (err) return;`, `if (!err) { … }`: what is not said is logged. */
function fillCheck(check: t.IfStatement, handler: Handler, module: SourceModule): readonly Edit[] {
  const { eol, unit } = styleOf(module);
  const { base } = positionAt(module, check.start ?? 0);
  const { consequent } = check;
  const lines = block(handler.lines, base + unit, styleOf(module));
  if (check.test.type === "UnaryExpression") {
    const glue = consequent.type === "BlockStatement" ? " " : eol + base;
    return [at(consequent.end ?? 0, `${glue}else {${eol}${lines}${base}}`)];
  }
  if (consequent.type === "BlockStatement") return fillBlock(consequent, handler, module);
  return [
    at(consequent.start ?? 0, `{${eol}${lines}${base}${unit}`),
    at(consequent.end ?? 0, `${eol}${base}}`),
  ];
}
