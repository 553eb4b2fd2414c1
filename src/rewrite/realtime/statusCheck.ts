import type { FetchForm } from "../../detect/realtime/sdk/fetchForm.ts";
import type { Node } from "../../syntax/node.ts";
import { functionAround, textOf } from "../../syntax/sourceModule.ts";
import type { Edit } from "../../model/edit.ts";
import { at, bodySpan } from "../insertion.ts";
import { positionAt } from "../layout.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { linesAfter, statementInList } from "./lines.ts";
import type { Planning } from "./planning.ts";

/** The edits that look at an answer's status before its body is read. */
export interface StatusCheck {
  readonly edits: readonly Edit[];
  readonly replaced: readonly Node[];
}

/** What stands before an awaited request that is the first thing that its statement does. */
const FIRST = /^(?:(?:const|let|var)\s[^=]*=\s*|return\s+|[\w.]+\s*=\s*)?[(\s]*(?:await\s*[(\s]*)*$/;

/** Puts a check behind a request; `line` is the statement that throws, given the name of the answer, `asked` the request where its text moves. */
export function statusCheck(
  form: FetchForm,
  line: (answer: string) => string,
  { module, style }: Planning,
  asked: (awaited: Node) => string = (awaited) => textOf(module, awaited),
): StatusCheck | null {
  const { eol, unit, semicolon } = style;
  if (form.kind === "declared") {
    if (!form.statement || !form.answer) return null;
    return { edits: [linesAfter(form.statement, [line(form.answer.name)], module, style)], replaced: [] };
  }
  if (form.kind === "then") {
    const [param] = form.fn?.params ?? [];
    if (!form.fn || param?.type !== "Identifier") return null;
    const { body } = form.fn;
    if (body.type === "BlockStatement") {
      const [first] = body.body;
      const position = first && positionAt(module, first.start ?? 0);
      if (!first || !position?.startsLine) return null;
      return { edits: [at(first.start ?? 0, `${line(param.name)}${eol}${position.base}`)], replaced: [] };
    }
    if (textOf(module, body).includes("\n")) return null;
    const { base } = positionAt(module, form.fn.start ?? 0);
    const inner = `${eol}${base}${unit}`;
    const [start, end] = bodySpan(body, module);
    return {
      edits: [
        at(start, `{${inner}${line(param.name)}${inner}return `),
        at(end, `${semicolon}${eol}${base}}`),
      ],
      replaced: [],
    };
  }
  if (form.kind !== "nested") return null;
  const { awaited } = form;
  const statement = statementInList(awaited, module);
  if (!statement || !FIRST.test(module.text.slice(statement.start ?? 0, awaited.start ?? 0))) return null;
  const { base, startsLine } = positionAt(module, statement.start ?? 0);
  if (!startsLine) return null;
  const name = freeName(
    ["res", "response", "answer"],
    namesIn([functionAround(module, awaited) ?? module.ast.program]),
  );
  const [start, end] = bodySpan(awaited, module);
  const made = `const ${name} = ${asked(awaited)}${semicolon}${eol}${base}${line(name)}${eol}${base}`;
  return { edits: [at(statement.start ?? 0, made), { start, end, text: name }], replaced: [awaited] };
}
