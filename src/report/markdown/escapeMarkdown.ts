import { visible } from "../visible.ts";

const MEANINGFUL = /[&<>"`*_~[\]|\\#@!^{}$]/g;

/**
 * Text of the target as plain text in Markdown, in a table cell or inside HTML: what means something to Markdown,
 * HTML or GitHub becomes a character reference, which no parser takes for markup. `@name` notifies nobody.
 */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(MEANINGFUL, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll("&#64;", "&#64;<!-- -->")
    .replace(/:(?=\/\/)|:(?=:)/g, "&#58;")
    .replace(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

/** The same, set as code. */
export function codeMarkdown(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}

/** A fenced block that its content cannot end. */
export function fence(content: string, language: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${content}\n${marks}`;
}
