import type { Logger } from "../logger.ts";
import type { Style } from "../style.ts";
import type { PipeForm } from "./pipeForm.ts";
import type { PipeNames } from "./pipeNames.ts";

/** What the lines of a pipe are made of. */
export interface PipeText {
  readonly names: PipeNames;
  readonly style: Style;
  readonly logger: Logger;
  readonly label: string;
  /** Names of streams that the last destination is piped into elsewhere. */
  readonly onward: readonly string[];
  /** Statements on the response, each on its line. */
  readonly onResponse: readonly string[];
}

/** How a stream's failure and end are told, besides closing what is open. */
export interface StreamEnd {
  readonly resolve: string | null;
  readonly reject: string | null;
  /** Somebody listens to the errors of the last destination already. */
  readonly isOwn: boolean;
  readonly isStdio: boolean;
  /** The promise is resolved by code of its own, which may run after the destination is closed. */
  readonly isLate?: boolean;
  /** Whoever reads the destination listens to its errors. */
  readonly isExposed?: boolean;
}

/** The head of a function in the file's style. */
export function functionHead(params: string, { isEs5 }: Style): string {
  return isEs5 ? `function (${params}) {` : `(${params}) => {`;
}

/** `const`, or `var` in a file of ES5. */
export function declareWith({ isEs5 }: Style): string {
  return isEs5 ? "var" : "const";
}

/** `console.error("superagent.get failed:", err.message)`. */
export function logLine(
  { logger, label, style }: Pick<PipeText, "logger" | "label" | "style">,
  error: string,
): string {
  const { quote, semicolon } = style;
  if (logger.takesArguments)
    return `${logger.expression}(${quote}${label} failed:${quote}, ${error}.message)${semicolon}`;
  return style.isEs5
    ? `${logger.expression}(${quote}${label} failed: ${quote} + ${error}.message)${semicolon}`
    : `${logger.expression}(\`${label} failed: \${${error}.message}\`)${semicolon}`;
}

/**
 * The lines that stream a request and miss none of its failures (shared/facts/superagent.md, recipe C2b): an error of the
 * request, of its response, of a destination; a status that is none of success; a body that was cut; a destination
 * that was closed before its end.
 */
export function streamLines(text: PipeText, end: StreamEnd): readonly string[] {
  const { names, style } = text;
  const { unit, semicolon } = style;
  const { request, error, fail } = names;
  const destinations = [...names.destinations, ...text.onward];
  const first = destinations[0] ?? "";
  const last = destinations.at(-1) ?? "";
  const on = (target: string, event: string, handler: string) =>
    `${target}.on(${style.quote}${event}${style.quote}, ${handler})${semicolon}`;
  const destroyed = destinations.filter((name) => !(end.isStdio && name === last));
  return [
    ...(end.isOwn ? [`${style.isEs5 ? "var" : "let"} ${names.told} = false${semicolon}`] : []),
    `${declareWith(style)} ${fail} = ${functionHead(style.isTypeScript ? `${error}: Error` : error, style)}`,
    ...(end.reject === null ? [] : [`${unit}${end.reject}(${error})${semicolon}`]),
    `${unit}${request}.abort()${semicolon}`,
    ...destroyed.map((name) => `${unit}${name}.destroy(${error})${semicolon}`),
    `}${semicolon}`,
    on(request, "error", fail),
    ...responseLines(text),
    ...destinations.flatMap((name) => errorLines(name, name === last, text, end)),
    ...(end.resolve === null
      ? []
      : [on(end.isStdio ? request : last, end.isStdio ? "end" : "finish", end.resolve)]),
    ...(end.isStdio ? [] : closeLines(last, text, end)),
    ...(end.isStdio && destinations.length === 1 ? [] : truncatedLines(first, text)),
    `${request}${names.destinations.map((name) => `.pipe(${name})`).join("")}${semicolon}`,
  ];
}

/** superagent reports a broken compressed body on a destination that it leaves open; whoever listens is told once. */
function errorLines(
  name: string,
  isLast: boolean,
  { names, style }: PipeText,
  end: StreamEnd,
): readonly string[] {
  const { quote, unit, semicolon } = style;
  const { fail, error, told } = names;
  if (end.isOwn && isLast)
    return [
      `${name}.on(${quote}error${quote}, ${functionHead("", style)}`,
      `${unit}${told} = true${semicolon}`,
      `${unit}${name}.destroy()${semicolon}`,
      `})${semicolon}`,
    ];
  if (!end.isExposed) return [`${name}.on(${quote}error${quote}, ${fail})${semicolon}`];
  return [
    `${name}.on(${quote}error${quote}, ${functionHead(error, style)}`,
    `${unit}${name}.destroy()${semicolon}`,
    `${unit}${fail}(${error})${semicolon}`,
    `})${semicolon}`,
  ];
}

/** A destination that closes before its end is a failure; where nobody could be told, at least the request stops. */
function closeLines(
  last: string,
  { names, style }: PipeText,
  { isOwn, isLate }: StreamEnd,
): readonly string[] {
  const { quote, unit, semicolon } = style;
  const { fail, request, told } = names;
  const early = `${fail}(new Error(${quote}closed early${quote}))`;
  // What is done on `finish` may take its time before it resolves.
  if (isLate)
    return [
      `${last}.on(${quote}close${quote}, ${functionHead("", style)}`,
      `${unit}if (!${last}.writableFinished) ${early}${semicolon}`,
      `})${semicolon}`,
    ];
  // Who listens to its errors hears nothing where somebody else destroys it without one.
  if (isOwn)
    return [
      `${last}.on(${quote}close${quote}, ${functionHead("", style)}`,
      `${unit}${request}.abort()${semicolon}`,
      `${unit}if (!${told} && !${last}.writableFinished) ${last}.emit(${quote}error${quote}, new Error(${quote}closed early${quote}))${semicolon}`,
      `})${semicolon}`,
    ];
  const handler = style.isEs5 ? `function () { ${early}${semicolon || ";"} }` : `() => ${early}`;
  return [`${last}.on(${quote}close${quote}, ${handler})${semicolon}`];
}

/** superagent says `end` to a destination that it does not end when a compressed body was cut. */
function truncatedLines(first: string, { names, style }: PipeText): readonly string[] {
  const { quote, unit, semicolon } = style;
  return [
    `${first}.on(${quote}end${quote}, ${functionHead("", style)}`,
    `${unit}if (!${first}.writableEnded) ${names.fail}(new Error(${quote}truncated body${quote}))${semicolon}`,
    `})${semicolon}`,
  ];
}

function responseLines({ names, style, onResponse }: PipeText): readonly string[] {
  const { quote, unit, semicolon } = style;
  const { request, response, fail } = names;
  const status = style.isEs5
    ? `new Error(${quote}HTTP ${quote} + ${response}.status)`
    : `new Error(\`HTTP \${${response}.status}\`)`;
  const check =
    onResponse.length === 0
      ? [`${unit}if (!${response}.ok) ${fail}(${status})${semicolon}`]
      : [
          `${unit}if (!${response}.ok) {`,
          `${unit}${unit}${fail}(${status})${semicolon}`,
          `${unit}${unit}return${semicolon}`,
          `${unit}}`,
          ...onResponse.map((line) => unit + line),
        ];
  return [
    `${request}.on(${quote}response${quote}, ${functionHead(response, style)}`,
    `${unit}${response}.on(${quote}error${quote}, ${fail})${semicolon}`,
    ...check,
    `})${semicolon}`,
  ];
}

/** A promise of the transfer: it rejects once, whatever fails. */
export function promiseLines(
  text: PipeText,
  declarations: readonly string[],
  isStdio: boolean,
  isExposed = false,
): readonly string[] {
  const { names, style } = text;
  const { resolve, reject } = names;
  const type = style.isTypeScript ? "<void>" : "";
  const body = [...declarations, ...streamLines(text, { resolve, reject, isOwn: false, isStdio, isExposed })];
  return [
    `new Promise${type}(${functionHead(`${resolve}, ${reject}`, style)}`,
    ...body.map((line) => style.unit + line),
    `})`,
  ];
}

/**
 * The lines that stream a request into the answer to another one (recipes E1 and E2): 502 before the headers, a cut
 * connection after, and the request is stopped when the client goes away.
 */
export function httpLines(
  text: PipeText,
  http: NonNullable<PipeForm["http"]>,
  failure: { readonly errorName: string | null; readonly lines: readonly string[] },
): readonly string[] {
  const { names, style } = text;
  const { quote, unit, semicolon } = style;
  const { request, fail } = names;
  const answer = names.destinations[0] ?? "";
  const error = failure.errorName ?? names.error;
  const next = http.next ?? nextIn(failure.lines, error);
  const on = (target: string, event: string, handler: string) =>
    `${target}.on(${quote}${event}${quote}, ${handler})${semicolon}`;
  const arrow = (what: string) =>
    style.isEs5 ? `function () { ${what}${semicolon || ";"} }` : `() => ${what}`;
  const head = `${declareWith(style)} ${fail} = ${functionHead(style.isTypeScript ? `${error}: Error` : error, style)}`;
  const handling =
    next === null
      ? [
          head,
          `${unit}${request}.abort()${semicolon}`,
          `${unit}if (${answer}.destroyed || ${answer}.writableEnded) return${semicolon}`,
          ...answerLines(text, answer, error, http.isExpress, failure.lines).map((line) => unit + line),
          `}${semicolon}`,
        ]
      : [
          `${style.isEs5 ? "var" : "let"} failed = false${semicolon}`,
          head,
          `${unit}${request}.abort()${semicolon}`,
          `${unit}if (failed) return${semicolon}`,
          `${unit}failed = true${semicolon}`,
          `${unit}${next}(${error})${semicolon}`,
          `}${semicolon}`,
        ];
  return [
    ...handling,
    on(request, "error", fail),
    ...responseLines(text),
    on(answer, "error", fail),
    on(answer, "end", arrow(`${fail}(new Error(${quote}truncated body${quote}))`)),
    on(answer, "close", arrow(`${request}.abort()`)),
    `${request}.pipe(${answer})${semicolon}`,
  ];
}

/** `return next(err)` was all that the code did about an error. */
function nextIn(lines: readonly string[], error: string): string | null {
  const [only] = lines;
  const match = lines.length === 1 ? /^(\w*next)\((\w+)\);?$/i.exec(only ?? "") : null;
  return match?.[2] === error ? (match[1] ?? null) : null;
}

function answerLines(
  text: PipeText,
  answer: string,
  error: string,
  isExpress: boolean,
  own: readonly string[],
): readonly string[] {
  const { style } = text;
  const { unit, semicolon } = style;
  const says = (line: string) => new RegExp(`\\b${answer}\\b`).test(line);
  const answers = own.filter(says);
  const others = own.length === 0 ? [logLine(text, error)] : own.filter((line) => !says(line));
  const bad = isExpress
    ? [`${answer}.status(502).end()${semicolon}`]
    : [`${answer}.statusCode = 502${semicolon}`, `${answer}.end()${semicolon}`];
  const last = answers.length > 0 ? answers : bad;
  const otherwise =
    last.length === 1 ? [`else ${last[0] ?? ""}`] : ["else {", ...last.map((line) => unit + line), "}"];
  return [...others, `if (${answer}.headersSent) ${answer}.destroy(${error})${semicolon}`, ...otherwise];
}
