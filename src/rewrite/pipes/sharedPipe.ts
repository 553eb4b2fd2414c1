import type { Edit } from "../../model/edit.ts";
import { isCall, isMember, unwrap, type Node } from "../../syntax/node.ts";
import { textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { at, block } from "../insertion.ts";
import { afterTrailingComment, columns } from "../layout.ts";
import type { Logger } from "../logger.ts";
import { styleOf, type Style } from "../style.ts";
import type { PipeForm } from "./pipeForm.ts";
import { httpLines, promiseLines, type PipeText } from "./pipeLines.ts";
import { freeName, namesIn, type PipeNames } from "./pipeNames.ts";

/** Above it, parameters get lines of their own. */
const MAX_WIDTH = 100;

/** The file's own function for its pipes, where it has several of a kind. */
export interface SharedPipe {
  readonly edit: Edit;
  /** The call of it for one pipe. */
  call(form: PipeForm, module: SourceModule): string;
  /** The same with destinations that are declared in front of it. */
  named(form: PipeForm, names: PipeNames, module: SourceModule): string;
}

/** Pipes that can share one function: the same kind, nothing special about them. */
function kindOf(form: PipeForm): string | null {
  if (
    form.onResponse.length > 0 ||
    form.destinations.length > 1 ||
    form.onward.length > 0 ||
    form.destinations[0]?.isStdio === true
  )
    return null;
  if (form.http) {
    if (form.report.kind === "log" && form.report.lines.length > 0) return null;
    return `http:${form.http.next !== null}:${form.http.isExpress}`;
  }
  return form.report.kind === "own" || form.report.kind === "reject" ? null : "stream";
}

/** The shared function of each pipe that has at least one of its like in the file. */
export function sharedPipes(
  forms: readonly PipeForm[],
  logger: Logger,
  module: SourceModule,
): ReadonlyMap<PipeForm, SharedPipe> {
  const byKind = new Map<string, PipeForm[]>();
  for (const form of forms) {
    const kind = kindOf(form);
    if (kind !== null) byKind.set(kind, [...(byKind.get(kind) ?? []), form]);
  }
  const found = new Map<PipeForm, SharedPipe>();
  for (const group of byKind.values()) {
    const [first] = group;
    if (!first || group.length < 2) continue;
    const shared = define(first, logger, module);
    for (const form of group) found.set(form, shared);
  }
  return found;
}

function calling(name: string, form: PipeForm, destination: string, module: SourceModule): string {
  const next = form.http?.next == null ? [] : [form.http.next];
  return `${name}(${[textOf(module, form.request), destination, ...next].join(", ")})`;
}

function define(form: PipeForm, logger: Logger, module: SourceModule): SharedPipe {
  const style = styleOf(module);
  const { eol, unit, isTypeScript, semicolon } = style;
  const wanted = form.http ? ["pipeToResponse", "answerWith"] : ["pipeRequest", "transfer"];
  const name = freeName(wanted, namesIn([module.ast.program]));
  const taken = namesIn([form.request]);
  const request = freeName(["request", "req", "upstream"], taken);
  const target = freeName(form.http ? ["answer", "response"] : ["destination", "target"], taken);
  const text: PipeText = {
    names: {
      request,
      destinations: [target],
      response: "res",
      error: style.errorName,
      fail: "fail",
      told: "isTold",
      resolve: "resolve",
      reject: "reject",
    },
    style,
    logger,
    label: form.label,
    onResponse: [],
    onward: [],
  };
  const typed = (what: string, type: string) => (isTypeScript ? `${what}: ${type}` : what);
  const params = [
    typed(request, requestType(form.request, module)),
    form.http
      ? typed(target, `import(${style.quote}node:http${style.quote}).ServerResponse`)
      : typed(target, `import(${style.quote}node:stream${style.quote}).Writable`),
    ...(form.http?.next == null ? [] : [typed("next", "(err: Error) => void")]),
  ];
  const http = form.http && {
    next: form.http.next === null ? null : "next",
    isExpress: form.http.isExpress && !isTypeScript,
  };
  const body = http
    ? httpLines(text, http, { errorName: null, lines: [] })
    : returning(promiseLines(text, [], false), semicolon);
  const returnType = isTypeScript ? (form.http ? ": void" : ": Promise<void>") : "";
  const lines = [
    ...head(`function ${name}`, params, `${returnType} {`, style),
    ...body.map((line) => unit + line),
    "}",
  ];
  const last = module.ast.program.body.at(-1);
  const end = afterTrailingComment(module, last?.end ?? 0);
  const written = block(lines, "", style);
  return {
    edit: at(end, eol + eol + written.slice(0, -eol.length)),
    call: (one, own) => calling(name, one, textOf(own, one.destinations[0]?.node ?? one.request), own),
    named: (one, chosen, own) => calling(name, one, chosen.destinations[0] ?? "", own),
  };
}

/** The head of a function; its parameters get lines of their own where one would be too long. */
function head(
  name: string,
  params: readonly string[],
  end: string,
  { unit, width, isEs5 }: Style,
): readonly string[] {
  const line = `${name}(${params.join(", ")})${end}`;
  if (columns(line) <= Math.min(width, MAX_WIDTH)) return [line];
  const last = isEs5 ? "" : ",";
  return [
    `${name}(`,
    ...params.map((param, index) => `${unit}${param}${index === params.length - 1 ? last : ","}`),
    `)${end}`,
  ];
}

function returning(lines: readonly string[], semicolon: string): readonly string[] {
  const [first, ...rest] = lines;
  return [`return ${first ?? ""}`, ...rest.slice(0, -1), `${rest.at(-1) ?? ""}${semicolon}`];
}

/** The type of a request, by what the file calls to make one. */
function requestType(request: Node, module: SourceModule): string {
  let node = unwrap(request);
  while (isCall(node)) {
    const callee = unwrap(node.callee as Node);
    const inner = isMember(callee) ? unwrap(callee.object) : callee;
    if (!isCall(inner)) {
      const text = textOf(module, callee);
      return /^[\w$.]+$/.test(text) && !text.startsWith("this.") ? `ReturnType<typeof ${text}>` : ANY_REQUEST;
    }
    node = inner;
  }
  return ANY_REQUEST;
}

const ANY_REQUEST = `import("superagent").SuperAgentRequest`;
