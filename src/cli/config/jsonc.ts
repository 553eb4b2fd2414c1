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
    const { position, problem } = explain(messageOf(error), plain);
    const before = plain.slice(0, position).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw new UserError(`${file}:${before.length}:${column}: not valid JSON: ${problem}`);
  }
}

const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;
const STRING_OR_COMMA = /"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g;

function blankComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (match) =>
    match.startsWith('"') ? match : match.replace(/[^\r\n]/g, " "),
  );
}

function blankTrailingCommas(text: string): string {
  return text.replace(STRING_OR_COMMA, (match) => (match === "," ? " " : match));
}

/** How many characters around an unexpected token V8 quotes, instead of saying where it stands. */
const QUOTED = 10;

/** Where V8's message points to, and what it says without that. */
function explain(message: string, text: string): { position: number; problem: string } {
  const stated = /^(.*?)(?: in JSON)? at position (\d+)/s.exec(message);
  if (stated !== null) return { position: Number(stated[2]), problem: stated[1] ?? message };
  const quoted = /^(Unexpected token '(.)'), (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(message);
  if (quoted === null) return { position: text.length, problem: message };
  const [, problem = message, token = "", dots, context = ""] = quoted;
  const start = text.indexOf(context);
  return { position: start + (dots === undefined ? context.indexOf(token) : QUOTED), problem };
}
