import type { Edit } from "../../model/edit.ts";
import { encloses, isFunction, type Node } from "../../syntax/node.ts";
import { functionAround, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { lineStart } from "../../text/sourceText.ts";
import { splice } from "../../text/splice.ts";
import type { Handler, Insertion } from "../insertion.ts";
import { at, block } from "../insertion.ts";
import { positionAt, shiftLines } from "../layout.ts";
import type { Logger } from "../logger.ts";
import { styleOf } from "../style.ts";
import { listOf } from "../surroundings.ts";
import type { PipeForm } from "./pipeForm.ts";
import {
  declareWith,
  functionHead,
  httpLines,
  logLine,
  promiseLines,
  streamLines,
  type PipeText,
} from "./pipeLines.ts";
import { afterwards, returned } from "./afterwards.ts";
import { pipeNames } from "./pipeNames.ts";
import type { SharedPipe } from "./sharedPipe.ts";

/** What stands around the rewritten pipe. */
export interface PipeSurroundings {
  readonly logger: Logger;
  /** The handler that has to go around an awaited transfer, where nobody else sees it fail. */
  readonly handler: Handler | null;
  /** A chain that nobody ends with a handler gets one. */
  readonly logs: boolean;
  /** The file's own function for it, where it has several pipes. */
  readonly shared: SharedPipe | null;
}

/** Writes a pipe anew so that none of its failures is missed. */
export function insertPipe(form: PipeForm, around: PipeSurroundings, module: SourceModule): Insertion {
  const style = styleOf(module);
  const { eol, unit } = style;
  const names = pipeNames(form, module);
  const base = indentation(form, 0, module);
  const isBlock =
    form.around === "arrow" || (isStatement(form.replaced) && listOf(form.replaced, module) === null);
  const depth = isBlock ? 1 : 0;
  const isStream = !form.http && form.report.kind !== "own" && form.report.kind !== "reject";
  const text: PipeText = {
    names,
    style,
    logger: around.logger,
    label: form.label,
    onResponse: form.onResponse.map((node) =>
      retained(node, indentation(form, isStream ? depth + 2 : depth + 1, module), module),
    ),
    onward: form.onward,
  };
  const lines = [
    ...form.before.map((node) => lifted(node, form, base, module)),
    ...linesOf(form, text, around, module, depth),
    ...form.after.map((node) => lifted(node, form, base, module)),
  ];
  const start = form.around === "arrow" ? behindArrow(form.replaced, module) : (form.replaced.start ?? 0);
  const end = form.replaced.end ?? 0;
  const glue = form.around === "arrow" ? " " : "";
  const inner = isBlock ? base + unit : base;
  const body = block(lines, inner, style);
  // Code behind it on its line needs the semicolon that the file does without elsewhere.
  const ends =
    style.semicolon === "" && module.text[end - 1] === ";" && isStatement(form.replaced) ? ";" : "";
  const replacement = isBlock
    ? `${glue}{${eol}${body}${base}}`
    : body.slice(inner.length, -eol.length) + ends;
  const edits: Edit[] = [{ start, end, text: replacement }];
  for (const node of [...(form.dropped ? [form.dropped] : []), ...form.onResponse])
    if (!encloses(form.replaced, node)) edits.push(removal(node, module));
  for (const close of form.closes)
    if (!encloses(form.replaced, close))
      edits.push({ start: (close.start ?? 0) + 1, end: (close.end ?? 0) - 1, text: "finish" });
  if (form.report.kind === "reject" || form.report.kind === "own")
    for (const { start: offset, text: added } of form.report.parameter) edits.push(at(offset, added));
  return {
    edits,
    replaced: [
      form.replaced,
      ...(form.dropped ? [form.dropped] : []),
      ...form.onResponse,
      ...form.closes,
    ].map((node) => ({
      start: node.start ?? 0,
      end: node.end ?? 0,
    })),
  };
}

/** Behind the `=>` of an arrow function, whose body may stand on the next line. */
function behindArrow(body: Node, module: SourceModule): number {
  return module.text.lastIndexOf("=>", body.start ?? 0) + 2;
}

/** A statement of a callback that goes, at the indentation of what stood around it. */
function lifted(node: Node, form: PipeForm, base: string, module: SourceModule): string {
  const own = positionAt(module, node.start ?? 0).base;
  const closes = form.closes
    .filter((close) => encloses(node, close))
    .map((close) => ({
      start: (close.start ?? 0) + 1 - (node.start ?? 0),
      end: (close.end ?? 0) - 1 - (node.start ?? 0),
      text: "finish",
    }));
  const text = splice(textOf(module, node), closes).text;
  return text.replaceAll(`\n${own}`, `\n${base}`);
}

function isStatement(node: Node): boolean {
  return node.type.endsWith("Statement") || node.type === "VariableDeclaration";
}

/** A statement that goes, with its line where it has one of its own. */
function removal(node: Node, module: SourceModule): Edit {
  const { text } = module;
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  const line = lineStart(text, start);
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(end));
  return text.slice(line, start).trim() === "" && rest
    ? { start: line, end: end + rest[0].length, text: "" }
    : { start, end, text: "" };
}

/** The indentation of inserted lines, some steps deeper than what they stand in place of. */
function indentation(form: PipeForm, level: number, module: SourceModule): string {
  const start = form.around === "arrow" ? behindArrow(form.replaced, module) : (form.replaced.start ?? 0);
  return positionAt(module, start).base + styleOf(module).unit.repeat(level);
}

/** The text of a node, its further lines indented from `base` as they were from the line that it started on. */
function retained(node: Node, base: string, module: SourceModule): string {
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  const own = positionAt(module, start).base;
  const edits = shiftLines(module, start, end, base).map((edit) => {
    const from = edit.start - start;
    return {
      start: from,
      end: from + (module.text.startsWith(own, edit.start) ? own.length : 0),
      text: base,
    };
  });
  return splice(module.text.slice(start, end), edits).text;
}

function linesOf(
  form: PipeForm,
  text: PipeText,
  around: PipeSurroundings,
  module: SourceModule,
  depth: number,
): readonly string[] {
  const { names, style } = text;
  const { semicolon } = style;
  const keyword = declareWith(style);
  const requested = (level: number): readonly string[] =>
    form.request.type === "Identifier"
      ? []
      : [
          `${keyword} ${names.request} = ${retained(form.request, indentation(form, level, module), module)}${semicolon}`,
        ];
  const made = (level: number): readonly string[] =>
    form.destinations.flatMap(({ name, node }, index) =>
      name === null && !(form.around === "declare" && form.destinations.length === 1)
        ? [
            `${keyword} ${names.destinations[index] ?? ""} = ${retained(node, indentation(form, level, module), module)}${semicolon}`,
          ]
        : [],
    );
  const declarations = (level: number): readonly string[] => [...requested(level), ...made(level)];
  if (form.http) {
    const failure = form.report.kind === "log" ? form.report : { errorName: null, lines: [] };
    const shared = around.shared && failure.lines.length === 0 ? around.shared.call(form, module) : null;
    if (shared !== null) return [`${returned(form)}${shared}${semicolon}`];
    return [
      ...declarations(depth),
      ...httpLines(text, form.http, failure),
      ...afterwards(form, text, module),
    ];
  }
  const isStdio = form.destinations.at(-1)?.isStdio === true;
  switch (form.report.kind) {
    case "own":
    case "reject": {
      const reject = form.report.kind === "reject" ? form.report.name : null;
      return [
        ...declarations(depth),
        ...declared(form, module, depth),
        ...streamLines(text, {
          resolve: null,
          reject,
          isOwn: form.report.kind === "own",
          isStdio,
          isLate: form.report.kind === "reject",
        }),
        ...afterwards(form, text, module),
      ];
    }
    default:
      return transferLines(form, text, around, module, depth, { requested, made }, isStdio);
  }
}

/** The transfer as a promise: awaited, or with a handler behind. */
function transferLines(
  form: PipeForm,
  text: PipeText,
  around: PipeSurroundings,
  module: SourceModule,
  depth: number,
  { requested, made }: Declarations,
  isStdio: boolean,
): readonly string[] {
  const { style } = text;
  const { semicolon, unit } = style;
  const isAwaited = form.around === "expression";
  const isHandled = isAwaited && around.handler !== null && isStatement(form.replaced);
  const after = isAwaited ? [] : afterwards(form, text, module);
  // A destination that is used behind the transfer has to be declared outside of its promise.
  const isUsed = after.length > 0;
  const level = depth + (isHandled ? 2 : 1);
  const shared = around.shared?.call(form, module) ?? null;
  const promise =
    shared === null
      ? promiseLines(
          text,
          [...requested(level), ...(isUsed ? [] : made(level))],
          isStdio,
          isExposed(form, text, module),
        )
      : [isUsed ? (around.shared?.named(form, text.names, module) ?? shared) : shared];
  const needed = isUsed ? made(depth) : [];
  const chain = chainOf(form, text, around);
  if (!isAwaited) {
    const floating = attach(promise, chain, semicolon);
    return [...needed, ...declared(form, module, depth), ...floating, ...after];
  }
  const isWhole = isStatement(form.replaced);
  if (!isWhole) return attach(promise, chain, "");
  const awaited = attach([`await ${promise[0] ?? ""}`, ...promise.slice(1)], [], semicolon);
  return isHandled && around.handler
    ? [
        "try {",
        ...awaited.map((line) => unit + line),
        `} catch (${around.handler.errorName}) {`,
        ...around.handler.lines.map((line) => unit + line),
        "}",
      ]
    : awaited;
}

/** The statements that make the request and its destinations, at a depth of indentation. */
interface Declarations {
  requested(level: number): readonly string[];
  made(level: number): readonly string[];
}

/** What is put behind the promise: `.catch(…)`, or nothing. */
function chainOf(form: PipeForm, text: PipeText, around: PipeSurroundings): readonly string[] {
  const { style, names } = text;
  const { report } = form;
  if (report.kind === "callback") return [`.catch(${report.name})`];
  const isNeeded = form.around === "expression" ? around.logs : report.kind === "log";
  if (!isNeeded) return [];
  const error = (report.kind === "log" ? report.errorName : null) ?? names.error;
  const lines = report.kind === "log" && report.lines.length > 0 ? report.lines : [logLine(text, error)];
  return [`.catch(${functionHead(error, style)}`, ...lines.map((line) => style.unit + line), "})"];
}

function attach(promise: readonly string[], chain: readonly string[], semicolon: string): readonly string[] {
  const [first, ...rest] = chain;
  const head = promise.slice(0, -1);
  const lines = [...head, `${promise.at(-1) ?? ""}${first ?? ""}`, ...rest];
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ""}${semicolon}`];
}

/** `const out = …`, `this.stream = …`: the variable gets its stream before the transfer starts. */
function declared(form: PipeForm, module: SourceModule, depth: number): readonly string[] {
  const { semicolon } = styleOf(module);
  if (
    form.around !== "declare" ||
    form.destinations.length !== 1 ||
    form.replaced.type !== "VariableDeclaration"
  )
    return [];
  const [declarator] = form.replaced.declarations;
  const [destination] = form.destinations;
  if (!declarator || !destination) return [];
  const { kind } = form.replaced;
  return [
    `${kind} ${textOf(module, declarator.id)} = ${retained(destination.node, indentation(form, depth, module), module)}${semicolon}`,
  ];
}

/** Whether the function gives the destination to its caller, who listens to its errors. */
function isExposed(form: PipeForm, { names }: PipeText, module: SourceModule): boolean {
  if (/^(return|arrow|assign)$/.test(form.around)) return true;
  const last = names.destinations.at(-1);
  const fn = functionAround(module, form.replaced);
  let isReturned = false;
  if (fn)
    walk(
      fn.body,
      (node) => {
        if (node.type === "ReturnStatement" && node.argument && textOf(module, node.argument) === last)
          isReturned = true;
      },
      isFunction,
    );
  return isReturned;
}
