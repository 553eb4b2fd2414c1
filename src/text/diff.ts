import { structuredPatch } from "diff";

/** A unified diff of one file, and how many lines it adds and removes. */
export interface TextDiff {
  /** Empty where nothing changed. */
  readonly diff: string;
  readonly added: number;
  readonly removed: number;
}

/** What the two texts are: a file that is new has nothing before, not even an empty file. */
export interface DiffOptions {
  /** True where the file does not exist yet. */
  readonly isNew?: boolean;
  /** The file's path before, where the change moves it. */
  readonly renamedFrom?: string;
  /** Lines of context around each change; 3 as in git. */
  readonly context?: number;
}

/**
 * The unified diff that `git apply` takes: `a/` and `b/` prefixes, paths quoted as git quotes them,
 * "\ No newline at end of file" where a text ends without one, carriage returns kept as part of the line.
 */
export function diffTexts(file: string, before: string, after: string, options: DiffOptions = {}): TextDiff {
  if (before === after && options.isNew !== true && options.renamedFrom === undefined)
    return { diff: "", added: 0, removed: 0 };
  const { hunks } = structuredPatch(file, file, before, after, undefined, undefined, {
    context: options.context ?? 3,
  });
  const lines = hunks.flatMap((hunk) => [
    `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`,
    ...hunk.lines,
  ]);
  const body = hunks.flatMap((hunk) => hunk.lines);
  return {
    diff: header(file, options, hunks.length > 0) + lines.map((line) => `${line}\n`).join(""),
    added: body.filter((line) => line.startsWith("+")).length,
    removed: body.filter((line) => line.startsWith("-")).length,
  };
}

/**
 * The lines above the first hunk. In the traditional form paths are relative to where `git apply` runs, in git's own
 * to the top of the repository; so the latter is left for what only it can express: a file that moves, an empty new one.
 * Without hunks such a header ends with an empty line, or git would take the next file's `---` for a part of it.
 */
function header(file: string, { isNew = false, renamedFrom }: DiffOptions, hasHunks: boolean): string {
  if (renamedFrom !== undefined) return renameHeader(renamedFrom, file, hasHunks);
  if (!hasHunks)
    return `diff --git ${quotePath(`a/${file}`)} ${quotePath(`b/${file}`)}\nnew file mode 100644\n\n`;
  return (isNew ? "--- /dev/null\n" : fileLine("---", `a/${file}`)) + fileLine("+++", `b/${file}`);
}

function renameHeader(from: string, to: string, hasHunks: boolean): string {
  const head = `diff --git ${quotePath(`a/${from}`)} ${quotePath(`b/${to}`)}\n`;
  const move = `rename from ${quotePath(from)}\nrename to ${quotePath(to)}\n`;
  return head + move + (hasHunks ? fileLine("---", `a/${from}`) + fileLine("+++", `b/${to}`) : "\n");
}

/** git ends a path with spaces by a tab, so that what follows is not taken for a timestamp. */
function fileLine(marker: string, path: string): string {
  const quoted = quotePath(path);
  return `${marker} ${quoted}${quoted === path && path.includes(" ") ? "\t" : ""}\n`;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

/** Quotes a path as git does (C style, bytes in octal) where it holds a quote, a backslash or a control character. */
function quotePath(path: string): string {
  if (!/["\\\p{Cc}]/u.test(path)) return path;
  const escaped = path.replace(/["\\\p{Cc}]/gu, (character) => NAMED_ESCAPES[character] ?? octal(character));
  return `"${escaped}"`;
}

function octal(character: string): string {
  return [...Buffer.from(character, "utf8")].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}

/** As git writes it: a count of one is left out, and a range of no lines names the line above it. */
function range(start: number, count: number): string {
  if (count === 0) return `${start - 1},0`;
  return count === 1 ? `${start}` : `${start},${count}`;
}
