import { visible } from "../visible.ts";

const MEANINGFUL = /[&<>"`*_~[\]|\\#@!^{}$]/g;

/**
 * Text of the target as plain text in Markdown, in a table cell or inside HTML: what means something to Markdown,
 * HTML or GitHub becomes a character reference, which no parser takes for markup. An empty comment parts what GitHub
 * finds in the text itself: `@name` notifies nobody, and no address becomes a link.
 */
export function escapeMarkdown(text: string): string {
  return referTo(visible(text))
    .replace(/&#64;|&#35;(?=\d)|:(?=\/\/)|:(?=:)|\bwww(?=\.)/gi, (start) => `${start}<!-- -->`)
    .replace(/^(\s*):/, "$1&#58;");
}

/** The same for the value of an HTML attribute. */
export function attributeMarkdown(text: string): string {
  return referTo(visible(text));
}

function referTo(text: string): string {
  return text.replace(MEANINGFUL, (character) => `&#${character.charCodeAt(0)};`);
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
