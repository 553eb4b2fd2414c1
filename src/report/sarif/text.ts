import { visible } from "../visible.ts";

/** GitHub shows no more of a description. */
const MAX_TEXT = 1024;

/**
 * Text as SARIF's `message.text`: `[a](1)` would be a link there, and `{0}` a placeholder (2.1.0, section 3.11).
 * What a viewer would obey instead of showing is written out; it is cut to what code scanning takes.
 */
export function sarifText(text: string): string {
  const plain = visible(text).replace(/\[([^\]]*)\](?=\()/g, "\\[$1\\]");
  return cut(plain.replace(/\{(\d+)\}/g, "{{$1}}"));
}

/** A text of at most 1,024 characters. */
export function cut(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  return `${text.slice(0, MAX_TEXT - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
