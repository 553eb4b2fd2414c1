import { textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { splice } from "../../text/splice.ts";
import type { PipeForm } from "./pipeForm.ts";
import type { PipeText } from "./pipeLines.ts";

/** What the statement did with the destination: its listeners, `return`, an assignment. */
export function afterwards(
  form: PipeForm,
  { names, style }: PipeText,
  module: SourceModule,
): readonly string[] {
  const last = names.destinations.at(-1) ?? "";
  const rest = form.rest ? withFinish(form, module) : "";
  switch (form.around) {
    case "return":
      return [`return ${last}${rest}${style.semicolon}`];
    case "arrow":
      return isHandler(form) || form.report.kind === "reject"
        ? listening(last, rest, style.semicolon)
        : [`return ${last}${rest}${style.semicolon}`];
    case "declare": {
      const name = form.replaced.type === "VariableDeclaration" ? form.replaced.declarations[0] : undefined;
      if (form.destinations.length === 1) return listening(last, rest, style.semicolon);
      return name && form.replaced.type === "VariableDeclaration"
        ? [`${form.replaced.kind} ${textOf(module, name.id)} = ${last}${rest}${style.semicolon}`]
        : [];
    }
    case "assign": {
      const assignment = form.replaced.type === "ExpressionStatement" ? form.replaced.expression : null;
      return assignment?.type === "AssignmentExpression"
        ? [`${textOf(module, assignment.left)} ${assignment.operator} ${last}${rest}${style.semicolon}`]
        : [];
    }
    default:
      return listening(last, rest, style.semicolon);
  }
}

function listening(last: string, rest: string, semicolon: string): readonly string[] {
  return rest === "" ? [] : [`${last}${rest}${semicolon}`];
}

/** An arrow function whose value nobody uses: an HTTP handler. */
function isHandler(form: PipeForm): boolean {
  return form.http !== null;
}

export function returned(form: PipeForm): string {
  return form.around === "return" ? "return " : "";
}

/** The listeners behind the pipe, `close` read as `finish`. */
function withFinish(form: PipeForm, module: SourceModule): string {
  if (!form.rest) return "";
  const { start, end } = form.rest;
  const edits = form.closes
    .filter((close) => start <= (close.start ?? 0) && (close.end ?? 0) <= end)
    .map((close) => ({
      start: (close.start ?? 0) + 1 - start,
      end: (close.end ?? 0) - 1 - start,
      text: "finish",
    }));
  return splice(module.text.slice(start, end), edits).text;
}
