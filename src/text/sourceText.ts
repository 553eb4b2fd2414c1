const BOM = "\uFEFF";

/** A file's text as it is on disk, taken apart. */
export interface SourceText {
  /** Without the BOM; line endings as they are. */
  readonly text: string;
  readonly hasBom: boolean;
}

/** Takes a file's text apart. */
export function readSourceText(raw: string): SourceText {
  return raw.startsWith(BOM) ? { text: raw.slice(1), hasBom: true } : { text: raw, hasBom: false };
}

/** Puts a text together again as it has to be on disk. */
export function joinSourceText(text: string, hasBom: boolean): string {
  return hasBom ? BOM + text : text;
}

/** The line ending that a text uses most. */
export function lineEnding(text: string): "\n" | "\r\n" {
  const crlf = text.split("\r\n").length - 1;
  const all = text.split("\n").length - 1;
  return crlf * 2 > all ? "\r\n" : "\n";
}

/** The offset at which the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The white space that the line of an offset starts with. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset < start ? start : text.length))?.[0] ?? "";
}

/** Whether only white space stands before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStart(text, offset), offset));
}
