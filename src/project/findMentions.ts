const QUOTES = new Set(["'", '"', "`"].map((quote) => quote.charCodeAt(0)));
const SLASH = "/".charCodeAt(0);
const AT = "@".charCodeAt(0);
const COLON = ":".charCodeAt(0);

/** A name to search bytes for, made once. */
interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Prepares a package name or an alias of one for `mentions`. */
export function toNeedle(name: string): Needle {
  return { name, bytes: Buffer.from(name) };
}

/**
 * True when the bytes hold the name in quotes, or the quoted name of something below it ("pusher/lib/x"), also after
 * "npm:". One search for the bare name, then a look at its neighbours: as cheap as a text search.
 */
export function mentions(bytes: Buffer, needle: Needle): boolean {
  const length = needle.bytes.length;
  for (let at = bytes.indexOf(needle.bytes); at >= 0; at = bytes.indexOf(needle.bytes, at + 1)) {
    const before = bytes[at - 1] ?? 0;
    const after = bytes[at + length] ?? 0;
    const opens = QUOTES.has(before) || before === COLON;
    const closes = QUOTES.has(after) || after === SLASH || after === AT;
    if (opens && closes) return true;
  }
  return false;
}
