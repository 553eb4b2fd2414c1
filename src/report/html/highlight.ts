import { parser } from "@lezer/javascript";
import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import type { Tree } from "@lezer/common";

/** A part of a line and how it is coloured; an empty class for plain text. */
export interface Token {
  readonly style: string;
  readonly text: string;
}

/** Text beyond this is not parsed: generated code need not be pretty. */
const MAX_PARSED = 400_000;

/** Classes of one letter, since they stand in the page as often as there are words. */
const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self], class: "k" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.escape], class: "s" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: "n" },
  { tag: [tags.comment, tags.lineComment, tags.blockComment], class: "c" },
  { tag: [tags.typeName, tags.className, tags.namespace, tags.tagName], class: "t" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: "f" },
  { tag: [tags.propertyName, tags.attributeName], class: "p" },
]);

const parsers = new Map<string, typeof parser>();

/** The parser for the language that a file's name tells. Without JSX where `<T>x` is a cast. */
function parserFor(file: string): typeof parser {
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  const dialect = [isTypeScript ? "ts" : "", /\.[cm]?ts$/.test(file) ? "" : "jsx"].join(" ").trim();
  const known = parsers.get(dialect) ?? parser.configure({ dialect });
  parsers.set(dialect, known);
  return known;
}

/** The texts of one file, before and after: each is parsed once, whoever asks for it. */
export function highlighterOf(file: string): (text: string) => HighlightedText {
  const texts = new Map<string, HighlightedText>();
  return (text) => {
    const known = texts.get(text) ?? new HighlightedText(text, file);
    texts.set(text, known);
    return known;
  };
}

/** A text, parsed once, whose lines can be had in colour. */
export class HighlightedText {
  readonly #text: string;
  readonly #starts: readonly number[];
  readonly #tree: Tree | undefined;

  /** @param file its name tells TypeScript and JSX. */
  constructor(text: string, file: string) {
    this.#text = text;
    this.#starts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
    if (text.length <= MAX_PARSED) this.#tree = parserFor(file).parse(text);
  }

  /** How many lines there are. */
  get lines(): number {
    return this.#starts.length;
  }

  /** A line as it is, 1-based, without its line break. */
  text(number: number): string {
    return this.#text.slice(...this.#rangeOf(number));
  }

  /** A line in colour, 1-based, without its line break. */
  line(number: number): Token[] {
    const [start, end] = this.#rangeOf(number);
    const tokens: Token[] = [];
    let at = start;
    const push = (to: number, style: string): void => {
      if (to > at) tokens.push({ style, text: this.#text.slice(at, to) });
      at = Math.max(at, to);
    };
    if (this.#tree !== undefined)
      highlightTree(
        this.#tree,
        highlighter,
        (from, to, style) => {
          push(Math.max(from, start), "");
          push(Math.min(to, end), style);
        },
        start,
        end,
      );
    push(end, "");
    return tokens;
  }

  #rangeOf(number: number): [start: number, end: number] {
    const start = this.#starts[number - 1] ?? this.#text.length;
    return [start, Math.max(start, (this.#starts[number] ?? this.#text.length + 1) - 1)];
  }
}
