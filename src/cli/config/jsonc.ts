import { messageOf, UserError } from "../../pipeline/userError.ts";

/**
 * Parses JSON that may hold comments and trailing commas.
 * @throws {UserError} that names the file, the line and the column.
 */
export function parseJsonc(text: string, file: string): unknown {
  // Blanks instead of comments keep every position, and so the error's line, right.
  const plain = blankTrailingCommas(blankComments(text.replace(/^\uFEFF/, " ")));
  try {
    return JSON.parse(plain);
  } catch (error) {
    const message = messageOf(error);
    const position = /at position (\d+)/.exec(message)?.[1];
    const before = plain.slice(0, position === undefined ? plain.length : Number(position)).split("\n");
    const problem = message.replace(/ in JSON at position.*$/s, "").replace(/ at position.*$/s, "");
    throw new UserError(`${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: not valid JSON: ${problem}`);
  }
}

const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;
const STRING_OR_COMMA = /"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g;

function blankComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (match) => (match.startsWith('"') ? match : match.replace(/[^\r\n]/g, " ")));
}

function blankTrailingCommas(text: string): string {
  return text.replace(STRING_OR_COMMA, (match) => (match === "," ? " " : match));
}
