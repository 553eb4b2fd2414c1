import type { Edit } from "../model/edit.ts";
import type { Node } from "../syntax/node.ts";
import { walk, type SourceModule } from "../syntax/sourceModule.ts";
import { indentationAt, lineStart, startsLine } from "../text/sourceText.ts";

/** The edits that move the lines after the first of a span by some white space; the insides of strings, templates and comments stay. */
export function shiftLines(module: SourceModule, start: number, end: number, by: string): readonly Edit[] {
  if (by === "") return [];
  const { text } = module;
  const isFixed = fixedSpans(module);
  const edits: Edit[] = [];
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) {
    const line = at + 1;
    if (line >= end || /^[ \t]*\r?(\n|$)/.test(text.slice(line, line + 200)) || isFixed(line)) continue;
    edits.push({ start: line, end: line, text: by });
  }
  return edits;
}

const fixed = new WeakMap<SourceModule, (offset: number) => boolean>();

/** Says whether an offset lies inside a template's text, a string with line breaks, JSX text or a comment that is not aligned with stars. */
function fixedSpans(module: SourceModule): (offset: number) => boolean {
  const known = fixed.get(module);
  if (known) return known;
  const spans: [number, number][] = [];
  walk(module.ast.program, (node: Node) => {
    if (node.type === "TemplateElement" || node.type === "StringLiteral")
      spans.push([node.start ?? 0, node.end ?? 0]);
  });
  for (const comment of module.ast.comments ?? []) {
    if (comment.type !== "CommentBlock") continue;
    const isAligned = comment.value
      .split("\n")
      .slice(1)
      .every((line) => /^\s*\*/.test(line) || line.trim() === "");
    if (!isAligned) spans.push([comment.start ?? 0, comment.end ?? 0]);
  }
  const multiline = spans.filter(([start, end]) => module.text.slice(start, end).includes("\n"));
  const test = (offset: number) => multiline.some(([start, end]) => start < offset && offset <= end);
  fixed.set(module, test);
  return test;
}

/** The offset after a comment that ends the same line (`call(); // why`), else the offset itself. */
export function afterTrailingComment(module: SourceModule, end: number): number {
  let at = end;
  for (;;) {
    const gap = /^[ \t]*/.exec(module.text.slice(at))?.[0].length ?? 0;
    const comment = (module.ast.comments ?? []).find(
      (c) => c.start === at + gap && !module.text.slice(c.start, c.end).includes("\n"),
    );
    if (!comment) return at;
    const after = comment.end ?? at;
    // A comment with code behind it on the line belongs to that code.
    if (comment.type === "CommentBlock" && !/^[ \t]*(\r?\n|$)/.test(module.text.slice(after))) return at;
    at = after;
  }
}

/** Where a span stands: at the start of its line, or behind other code. */
export interface Position {
  /** The indentation of the line. */
  readonly base: string;
  readonly startsLine: boolean;
}

/** Where an offset stands on its line. */
export function positionAt(module: SourceModule, offset: number): Position {
  return {
    base: indentationAt(module.text, lineStart(module.text, offset)),
    startsLine: startsLine(module.text, offset),
  };
}

/** The start of the white space (spaces, tabs, line breaks) before an offset. */
export function gapBefore(module: SourceModule, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(module.text[at - 1] ?? "")) at--;
  return at;
}

/** The end of the spaces and tabs after an offset. */
export function gapAfter(module: SourceModule, offset: number): number {
  let at = offset;
  while (/[ \t]/.test(module.text[at] ?? "")) at++;
  return at;
}

/** The end of the code before an offset, comments passed over. */
export function beforeComments(module: SourceModule, offset: number): number {
  let at = offset;
  for (;;) {
    const comment = (module.ast.comments ?? []).find((c) => c.end === at);
    if (!comment) return at;
    at = gapBefore(module, comment.start ?? 0);
  }
}

/** A line that is too long for the file, broken as Prettier breaks it: a condition at its `&&`, a call at its arguments. */
export function fitLine(
  line: string,
  indentation: string,
  unit: string,
  width: number,
  lastComma: "" | ",",
): readonly string[] {
  const own = /^\s*/.exec(line)?.[0] ?? "";
  if (columns(indentation + line) <= width) return [line];
  const condition = /^(\s*(?:\} else )?if \()(.*)(\) \{)$/.exec(line);
  if (condition?.[2]?.includes(" && ")) {
    const parts = condition[2].split(" && ");
    return [
      condition[1] ?? "",
      ...parts.map((part, i) => own + unit + part + (i < parts.length - 1 ? " &&" : "")),
      own + (condition[3] ?? ""),
    ];
  }
  const cast = /^(\s*const .* as \{) (.*) (\};?)$/.exec(line);
  if (cast) {
    // Without semicolons elsewhere, the line break separates the members.
    const end = cast[3]?.endsWith(";") === true ? ";" : "";
    const members = (cast[2] ?? "").split("; ");
    return [cast[1] ?? "", ...members.map((member) => own + unit + member + end), own + (cast[3] ?? "")];
  }
  const call = /^(\s*[\w.]+\()(["'].*["']), (.*)(\);?)$/.exec(line);
  if (!call) return [line];
  // An object stays whole.
  const values = (call[3] ?? "").split(/, (?![^{}]*\})/);
  return [
    call[1] ?? "",
    ...[call[2] ?? "", ...values].map(
      (value, i) => `${own}${unit}${value}${i < values.length ? "," : lastComma}`,
    ),
    own + (call[4] ?? ""),
  ];
}

/** How wide a text is on the screen, a tab counted as four. */
export function columns(text: string): number {
  return text.replaceAll("\t", "    ").length;
}
