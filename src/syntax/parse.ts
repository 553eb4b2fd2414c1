import { parse, type ParserOptions, type ParserPlugin } from "@babel/parser";
import type * as t from "@babel/types";

/** A text that the parser refused: where and why, in one line. */
export class SyntaxProblem extends Error {
  override readonly name = "SyntaxProblem";
  /** 1-based. */
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const COMMON: ParserPlugin[] = [
  "decorators-legacy",
  "decoratorAutoAccessors",
  "explicitResourceManagement",
  "exportDefaultFrom",
  "functionBind",
  "throwExpressions",
  "doExpressions",
];

const OPTIONS: ParserOptions = {
  sourceType: "unambiguous",
  allowImportExportEverywhere: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowUndeclaredExports: true,
  allowNewTargetOutsideFunction: true,
  allowSuperOutsideMethod: true,
  // Comments are found by their place; hanging them on nodes costs a tenth of the parse.
  attachComment: false,
};

/**
 * Parses one file with Babel's parser, which is also what jscodeshift's `tsx` and `ts` parsers are.
 * JavaScript is read as TypeScript with JSX first, then as Flow.
 * @throws {SyntaxProblem} where no dialect fits.
 */
export function parseText(text: string, file: string): t.File {
  let first: unknown;
  for (const plugins of dialects(file)) {
    try {
      return parse(text, { ...OPTIONS, plugins: [...plugins, ...COMMON] });
    } catch (error) {
      first ??= error;
    }
  }
  const problem = first as { message?: string; loc?: { line?: number } };
  throw new SyntaxProblem(problem.message ?? "cannot be parsed", problem.loc?.line ?? 1);
}

function dialects(file: string): ParserPlugin[][] {
  if (/\.[mc]?ts$/.test(file)) return [["typescript"]];
  if (file.endsWith(".tsx")) return [["typescript", "jsx"]];
  return [["typescript", "jsx"], [["flow", { all: true }], "jsx"], ["jsx"]];
}
