import type { Distinction } from "../model/contract.ts";
import { freeName } from "./pipes/pipeNames.ts";
import type { Handling } from "./handlingTypes.ts";

/** What handlers log of an error that no class tells, where its contract says nothing else. */
export const LOGGED_FIELDS = ["status", "code", "message"];

/** The types of the fields of an error that handlers read. */
const TYPES: Readonly<Record<string, string>> = {
  name: "string",
  status: "number",
  code: "string",
  message: "string",
  timeout: "number",
};
/**
 * The lines of a handler for errors that no class tells: it reads their fields, and never logs the error itself,
 * which prints credentials and bodies (shared/facts/superagent.md, section 5).
 */
export function fieldLines(handling: Handling): readonly string[] {
  const { distinctions, style, label, logNote, isShared } = handling;
  const fields = [
    ...new Set([...handling.logged, ...distinctions.flatMap((distinction) => distinction.fields)]),
  ];
  const failed = isShared ? `${label} or the code around it failed` : `${label} failed${logNote}`;
  if (handling.statusHelper !== null) return [logMessage(handling, failed, statusText(handling))];
  const lines = style.isEs5
    ? []
    : [`const { ${fields.join(", ")} } = ${typed(handling, fields)}${style.semicolon}`];
  if (distinctions.length === 0) return [...lines, logFields(handling, failed)];
  let keyword = "if";
  for (const { test, message } of distinctions) {
    lines.push(
      `${keyword} (${onError(test, handling)}) {`,
      style.unit + logFields(handling, `${label} ${message}`),
    );
    keyword = "} else if";
  }
  return [...lines, "} else {", style.unit + logFields(handling, failed), "}"];
}

/** A distinction's test in the file's quotes; in ES5 on the error's own properties. */
function onError(test: string, { style, errorName }: Pick<Handling, "style" | "errorName">): string {
  const quoted = test.replaceAll("'", style.quote);
  return style.isEs5 ? quoted.replaceAll(/\b(status|code|timeout)\b/g, `${errorName}.$1`) : quoted;
}

/** The error as the type checker has to see it: a catch clause's is `unknown`. */
function typed({ errorName, isUnknown }: Handling, fields: readonly string[]): string {
  if (!isUnknown) return errorName;
  const members = fields.map((field) => `${field}?: ${TYPES[field] ?? "unknown"}`);
  return `${errorName} as { ${members.join("; ")} }`;
}

function logFields({ logger, style, errorName, logged }: Handling, words: string): string {
  const { quote, semicolon } = style;
  const own = style.isEs5 ? `${errorName}.` : "";
  // An HTTP failure has a status, one of the network a code.
  const [first = "", ...more] = logged.filter((field) => field !== "message").map((field) => own + field);
  const which = [first, ...more].join(" || ");
  const message = `${own}message`;
  if (first === "") return logMessage({ logger, style }, words, message);
  if (logger.takesArguments && !style.isEs5)
    return `${logger.expression}(${quote}${words}:${quote}, { ${logged.join(", ")} })${semicolon}`;
  if (logger.takesArguments)
    return `${logger.expression}(${quote}${words}:${quote}, ${which}, ${message})${semicolon}`;
  if (style.isEs5)
    return `${logger.expression}(${quote}${words}: ${quote} + (${which}) + ${quote} ${quote} + ${message})${semicolon}`;
  return `${logger.expression}(\`${words}: \${${which}} \${${message}}\`)${semicolon}`;
}

/** The status; the error's own text where there was no answer. */
function statusText({ statusHelper, errorName, style }: Handling): string {
  return `${statusHelper}(${errorName}) ${style.isEs5 ? "||" : "??"} String(${errorName})`;
}

/** The log of an error that has nothing but its message. */
function logMessage(
  { logger, style }: Pick<Handling, "logger" | "style">,
  words: string,
  message: string,
): string {
  const { quote, semicolon } = style;
  if (logger.takesArguments) return `${logger.expression}(${quote}${words}:${quote}, ${message})${semicolon}`;
  return style.isEs5
    ? `${logger.expression}(${quote}${words}: ${quote} + ${message.includes("||") ? `(${message})` : message})${semicolon}`
    : `${logger.expression}(\`${words}: \${${message}}\`)${semicolon}`;
}

/**
 * One more branch for a handler that treats all failures alike: it says which this is, and lets the handler go on.
 * `taken` are the names that the handler uses; `isCallback`: it runs on success too, with null for an error.
 */
export function tellLines(
  handling: Handling,
  distinction: Distinction,
  taken: ReadonlySet<string>,
  isCallback: boolean,
): readonly string[] {
  const { style, label, errorName, isUnknown, logger } = handling;
  const { quote, semicolon, unit } = style;
  const fields = [...distinction.fields, "message"];
  const isNamed = isUnknown && fields.every((field) => !taken.has(field));
  const known = isUnknown ? freeName(["failure", "reason"], taken) : errorName;
  const read = (field: string) => (isNamed ? field : `${known}.${field}`);
  const test = distinction.test
    .replaceAll("'", quote)
    .replaceAll(/\b(status|code|timeout)\b/g, (field) => read(field));
  const guarded = isCallback ? `${errorName} && ${test.includes("||") ? `(${test})` : test}` : test;
  const words = `${label} ${distinction.message}`;
  const log = logger.takesArguments
    ? `${logger.expression}(${quote}${words}:${quote}, ${read("message")})${semicolon}`
    : style.isEs5
      ? `${logger.expression}(${quote}${words}: ${quote} + ${read("message")})${semicolon}`
      : `${logger.expression}(\`${words}: \${${read("message")}}\`)${semicolon}`;
  const names = isNamed ? `{ ${fields.join(", ")} }` : known;
  const setup = isUnknown ? [`const ${names} = ${typed(handling, fields)}${semicolon}`] : [];
  return [...setup, `if (${guarded}) {`, unit + log, "}"];
}
