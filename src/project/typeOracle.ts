import type { ts as TypeScript } from "ts-morph";
import type { ModuleGraph } from "../resolve/moduleGraph.ts";
import { TypeHost, type PackageStub } from "./typeHost.ts";

/** What an oracle needs. */
export interface TypeOracleOptions {
  readonly graph: ModuleGraph;
  readonly stubs: readonly PackageStub[];
  /** Files that may hold a value of one of the packages: `Project.reaching`. */
  readonly reaching: readonly string[];
  /** Files that questions are expected about: asked for together, they cost one program. */
  readonly files?: readonly string[];
  /** Declaration files of the project that speak of the packages (global augmentations). */
  readonly declarations?: readonly string[];
  /** At most so many files of the project are loaded; default 1500. */
  readonly fileLimit?: number;
}

/** A class or interface of a package's stub. */
export interface StubType {
  readonly packageName: string;
  readonly name: string;
}

/**
 * Tells types by TypeScript's own checker: a second opinion where names alone do not tell (generics, contextual types,
 * inference). Loading it takes a third of a second, so it is opened only when there is something to ask.
 */
export interface TypeOracle {
  /**
   * The stub's type that the expression from `start` to `end` is of, or inherits from; looks through null, undefined,
   * members of unions, type parameters and, when asked to, promises. Null when it is of none.
   */
  receiverType(file: string, start: number, end: number, throughPromise?: boolean): StubType | null;
  /** Gives a file another text; later answers are about that. */
  setText(file: string, text: string): void;
}

/** Loads TypeScript and opens an oracle over a module graph. Nothing but the graph is read; nothing is executed. */
export async function openTypeOracle(options: TypeOracleOptions): Promise<TypeOracle> {
  const { Project, ts } = await import("ts-morph");
  const lib = new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  const host = new TypeHost({
    ts,
    graph: options.graph,
    stubs: options.stubs,
    reaching: new Set(options.reaching),
    fileLimit: options.fileLimit ?? 1500,
    readLib: (path) => lib.readFile(path),
  });
  const compilerHost = host.toCompilerHost();
  const compilerOptions = toCompilerOptions(ts);
  const roots = new Set([...host.stubFiles, ...(options.declarations ?? []), ...(options.files ?? [])]);
  let program: TypeScript.Program | null = null;
  let isStale = true;

  function programFor(file: string): TypeScript.Program {
    if (!isStale && program?.getSourceFile(file) !== undefined) return program;
    roots.add(file);
    program = ts.createProgram({
      rootNames: [...roots],
      options: compilerOptions,
      host: compilerHost,
      ...(program === null ? {} : { oldProgram: program }),
    });
    isStale = false;
    return program;
  }

  return {
    receiverType(file, start, end, throughPromise = false) {
      try {
        const current = programFor(file);
        const source = current.getSourceFile(file);
        const node = source === undefined ? null : expressionAt(ts, source, start, end);
        if (node === null) return null;
        return stubTypeOf(ts, current.getTypeChecker(), host, node, throughPromise);
      } catch {
        // The checker is not proof against every text; no answer is one too.
        return null;
      }
    },
    setText(file, text) {
      host.setText(file, text);
      isStale = true;
    },
  };
}

function toCompilerOptions(ts: typeof TypeScript): TypeScript.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
    types: [],
    allowJs: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    esModuleInterop: true,
    allowSyntheticDefaultImports: true,
    experimentalDecorators: true,
    jsx: ts.JsxEmit.Preserve,
  };
}

/** The innermost expression with exactly these bounds. */
function expressionAt(
  ts: typeof TypeScript,
  source: TypeScript.SourceFile,
  start: number,
  end: number,
): TypeScript.Expression | null {
  let found: TypeScript.Expression | null = null;
  const visit = (node: TypeScript.Node): void => {
    if (node.pos > start || node.end < end) return;
    if (node.end === end && node.getStart(source) === start && ts.isExpression(node)) found = node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function stubTypeOf(
  ts: typeof TypeScript,
  checker: TypeScript.TypeChecker,
  host: TypeHost,
  node: TypeScript.Expression,
  throughPromise: boolean,
): StubType | null {
  const type = checker.getTypeAtLocation(node);
  const settled = throughPromise ? (checker.getAwaitedType(type) ?? type) : type;
  return find(checker.getNonNullableType(settled), 0);

  function find(candidate: TypeScript.Type, depth: number): StubType | null {
    if (depth > 10) return null;
    if (candidate.isUnion()) {
      const answers = candidate.types
        .map((member) => find(member, depth + 1))
        .filter((answer) => answer !== null);
      const [first] = answers;
      const agree = answers.every(
        ({ name, packageName }) => name === first?.name && packageName === first.packageName,
      );
      return first !== undefined && agree ? first : null;
    }
    if (candidate.isIntersection()) return firstOf(candidate.types, depth);
    if ((candidate.flags & ts.TypeFlags.TypeParameter) !== 0) {
      const constraint = checker.getBaseConstraintOfType(candidate);
      return constraint === undefined || constraint === candidate
        ? null
        : find(checker.getNonNullableType(constraint), depth + 1);
    }
    const target = isReference(ts, candidate) ? candidate.target : candidate;
    if (!target.isClassOrInterface()) return null;
    const packageName = host.packageOf(target.symbol.declarations?.[0]?.getSourceFile().fileName ?? "");
    if (packageName !== null) return { packageName, name: target.symbol.name };
    return firstOf(checker.getBaseTypes(target), depth);
  }

  function firstOf(types: readonly TypeScript.Type[], depth: number): StubType | null {
    for (const member of types) {
      const answer = find(member, depth + 1);
      if (answer !== null) return answer;
    }
    return null;
  }
}

function isReference(ts: typeof TypeScript, type: TypeScript.Type): type is TypeScript.TypeReference {
  return (type.flags & ts.TypeFlags.Object) !== 0 && "target" in type;
}
