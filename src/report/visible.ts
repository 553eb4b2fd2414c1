/** Characters that a terminal obeys or hides instead of showing: controls, bidirectional overrides, invisible ones. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Makes a line of the target's code, or a path of it, safe to print: what could move the cursor, change colours
 * or reorder the text is written out as `\u{1b}`. A tab becomes two blanks.
 */
export function visible(line: string): string {
  return line.replaceAll("\t", "  ").replace(UNSHOWN, escapeCharacter);
}

/** As `visible`, for text of several lines, which stay lines. */
export function visibleLines(text: string): string {
  return text
    .split("\n")
    .map((line) => visible(line.replace(/\r$/, "")))
    .join("\n");
}

/** `JSON.stringify` leaves some of these as they are; inside its strings they can be escaped without a change of meaning. */
export function escapeInJson(json: string): string {
  // `##[` would be a command to GitHub's runner, were the report printed in its log.
  return json
    .replaceAll("##[", "##\\u005b")
    .replace(/(?![\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
      [...Array(character.length).keys()]
        .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
        .join(""),
    );
}

function escapeCharacter(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
