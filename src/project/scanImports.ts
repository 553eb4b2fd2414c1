/** Between the keyword and the quote: white space, comments (of bounded length: the text may be hostile), brackets. */
const GAP = String.raw`(?:\s|\(|\/\*(?:[^*]|\*(?!\/)){0,1000}\*\/|\/\/[^\n]{0,1000}\n){0,64}`;
const SPECIFIER = new RegExp(String.raw`\b(?:from|import|require)\b${GAP}(["'\x60])([^"'\x60\n\\]+)\1`, "g");
const AMD_LIST =
  /\b(?:define|require|requirejs)\s{0,99}\(\s{0,99}(?:["'][^"'\n]{0,999}["']\s{0,99},\s{0,99})?\[([^[\]]{0,20000})\]/g;
/** `require(__dirname + "/x")`, `require(`${__dirname}/x`)`, `require(path.join(__dirname, "x", "y"))`. */
const BY_FOLDER =
  /\b(?:require|import)\s{0,9}\(\s{0,99}(?:__dirname\s{0,9}\+\s{0,9}["']([^"'\n]{1,999})["']|`\$\{__dirname\}([^`\n]{1,999})`|(?:\w{1,40}\.)?(?:join|resolve)\(\s{0,99}__dirname((?:\s{0,99},\s{0,99}["'][^"'\n]{1,999}["']){1,9})\s{0,99}\))/g;
const AMD_ITEM = /["']([^"'\n]+)["']/g;

/**
 * The import specifiers in a text: import, export from, require, dynamic import, import types and AMD lists. A scan,
 * not a parse: what looks like an import in a comment or a string is given too, which costs a look-up and no more.
 */
export function scanImports(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(SPECIFIER)) {
    const specifier = match[2];
    if (specifier !== undefined && !specifier.includes("${")) found.add(specifier);
  }
  if (text.includes("__dirname")) addByFolder(text, found);
  if (text.includes("define(") || text.includes("require")) addAmdLists(text, found);
  return [...found];
}

function addByFolder(text: string, found: Set<string>): void {
  for (const [, added, templated, joined] of text.matchAll(BY_FOLDER)) {
    const path =
      added ?? templated ?? [...(joined ?? "").matchAll(AMD_ITEM)].map((item) => item[1]).join("/");
    found.add(`./${path.replace(/^\/+/, "")}`);
  }
}

function addAmdLists(text: string, found: Set<string>): void {
  for (const list of text.matchAll(AMD_LIST)) {
    for (const item of (list[1] ?? "").matchAll(AMD_ITEM)) {
      if (item[1] !== undefined) found.add(item[1]);
    }
  }
}

/** The same for bytes, without decoding them first. */
export function scanImportsOfBytes(bytes: Buffer): string[] {
  // latin1 is several times faster to read than utf8; only the specifiers themselves may need the latter.
  return scanImports(bytes.toString("latin1")).map(fromLatin1);
}

function fromLatin1(specifier: string): string {
  // eslint-disable-next-line no-control-regex
  return /[\x80-\xff]/.test(specifier) ? Buffer.from(specifier, "latin1").toString("utf8") : specifier;
}
