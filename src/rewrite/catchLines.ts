import { fieldLines } from "./fieldLines.ts";
import type { Handling } from "./handlingTypes.ts";

/** The lines of a handler's body, without indentation of their own. */
export function catchLines(handling: Handling): readonly string[] {
  const { style, tail, errorName } = handling;
  const lines = handling.check.form === "fields" ? [...fieldLines(handling)] : [...logLines(handling)];
  const end = style.semicolon;
  if (handling.endsScript) lines.push(`process.exitCode = 1${end}`);
  if (tail === "throw") lines.push(`throw ${errorName}${end}`);
  if (tail === "return") lines.push(`return${end}`);
  if (tail === "next") lines.push(`next(${errorName})${end}`);
  if (tail === "return-next") lines.push(`return next(${errorName})${end}`);
  if (tail === "hand-on") lines.push(`return ${handling.handOn}(${errorName})${end}`);
  return lines;
}

interface Reading {
  /** A line in front, where the checks need one. */
  readonly setup?: string;
  readonly test: string;
  readonly status: string;
  readonly message: string;
}

function logLines(handling: Handling): readonly string[] {
  const { style, isShared, tail, branches } = handling;
  const { unit } = style;
  const reading = read(handling);
  const failed = `${handling.label} failed${handling.logNote}`;
  const lines: string[] = reading.setup === undefined ? [] : [reading.setup];
  let keyword = "if";
  for (const branch of branches) {
    lines.push(`${keyword} (${reading.test} && ${reading.status} === ${branch.status}) {`);
    lines.push(unit + log(handling, `${handling.label} ${branch.message}`, [reading.message]));
    keyword = "} else if";
  }
  lines.push(
    `${keyword} (${reading.test}) {`,
    unit + log(handling, failed, [reading.status, reading.message]),
  );
  // An error of other code in the same `try` goes on unlogged; where it goes no further, it is logged too.
  const isLast = tail === "nothing" || tail === "return";
  if (!isShared || isLast)
    lines.push(
      "} else {",
      unit +
        log(handling, isShared ? `${handling.label} or the code around it failed` : failed, [
          withoutQuery(handling),
        ]),
    );
  lines.push("}");
  return lines;
}

/** A failed body is a plain error whose message holds the signed URL: what follows the "?" is a credential. */
function withoutQuery({ errorName, style }: Handling): string {
  return `String(${errorName}).split(${style.quote}?${style.quote})[0]`;
}

function read({ check, errorName, errorClass, isUnknown, style }: Handling): Reading {
  if (check.form === "instanceof")
    return {
      test: `${errorName} instanceof ${check.className}`,
      status: `${errorName}.status`,
      message: `${errorName}.message`,
    };
  if (check.form === "fields") throw new Error("the form without a class has lines of its own");
  const isOfClass = `${errorName}.name === ${style.quote}${errorClass}${style.quote}`;
  const status = `${style.quote}status${style.quote}`;
  // Before TypeScript 4.9 only a cast tells the checker of the status.
  if (isUnknown && !check.narrows) {
    const type = "{ name?: string; status?: number; message?: string }";
    const name = `${style.quote}${errorClass}${style.quote}`;
    const setup = `const { name, status, message } = ${errorName} as ${type}${style.semicolon}`;
    return { setup, test: `name === ${name}`, status: "status", message: "message" };
  }
  // The type checker knows `unknown` only: `in` tells it of the status.
  const test = isUnknown
    ? `${errorName} instanceof Error && ${isOfClass} && ${status} in ${errorName}`
    : isOfClass;
  return { test, status: `${errorName}.status`, message: `${errorName}.message` };
}

function log({ logger, style }: Handling, words: string, values: readonly string[]): string {
  const { quote, semicolon } = style;
  if (logger.takesArguments)
    return `${logger.expression}(${quote}${words}:${quote}, ${values.join(", ")})${semicolon}`;
  if (style.isEs5)
    return `${logger.expression}(${quote}${words}: ${quote} + ${values.join(` + ${quote} ${quote} + `)})${semicolon}`;
  return `${logger.expression}(\`${words}: ${values.map((value) => `\${${value}}`).join(" ")}\`)${semicolon}`;
}
