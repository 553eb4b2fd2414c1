import type { Edit } from "../model/edit.ts";
import type { Node } from "../syntax/node.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import type { Form } from "./intent.ts";
import { fitLine } from "./layout.ts";
import type { Style } from "./style.ts";

/** Edits, and the lines that they move, so that what is inserted inside of them by others moves along. */
export interface Insertion {
  readonly edits: readonly Edit[];
  readonly shifted?: { readonly start: number; readonly end: number; readonly by: string };
  /** Statements that are written anew; their expressions are kept. */
  readonly replaced?: readonly { readonly start: number; readonly end: number }[];
}

/** The lines of a handler and the name of its parameter. */
export interface Handler {
  readonly errorName: string;
  readonly lines: readonly string[];
}

export type FormOf<K extends Form["kind"]> = Extract<Form, { kind: K }>;

export function at(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

export function block(
  lines: readonly string[],
  indentation: string,
  { eol, unit, width, isEs5 }: Style,
): string {
  return lines
    .flatMap((line) => fitLine(line, indentation, unit, width, isEs5 ? "" : ","))
    .map((line) => indentation + line + eol)
    .join("");
}

export function awaitEdits(nodes: readonly Node[]): readonly Edit[] {
  return nodes.flatMap((node) => {
    const isPlain = /^(Call|OptionalCall|Member|OptionalMember|New)Expression$|^Identifier$/.test(node.type);
    const start = node.start ?? 0;
    return isPlain ? [at(start, "await ")] : [at(start, "await ("), at(node.end ?? 0, ")")];
  });
}

/** The span of an expression with the parentheses around it. */
export function bodySpan(body: Node, module: SourceModule): [number, number] {
  const start = body.start ?? 0;
  const end = body.end ?? 0;
  const paren = body.extra?.["parenthesized"] === true ? body.extra["parenStart"] : undefined;
  if (typeof paren !== "number") return [start, end];
  return [paren, module.text.indexOf(")", end) + 1];
}
