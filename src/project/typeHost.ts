import type { ts as TypeScript } from "ts-morph";
import type { ModuleGraph } from "../resolve/moduleGraph.ts";
import { dirOf, joinPath } from "./paths.ts";

/** The declarations that stand for a package: there is no node_modules to read its own from. */
export interface PackageStub {
  readonly packageName: string;
  /** A declaration file: either a module (`export = Pusher`), or one that says `declare module "pusher" { … }`. */
  readonly text: string;
}

/** Where stubs and the language's own declarations live; no file of a target has such a path. */
const STUB_FOLDER = "/sadpath-stubs/";
const LIB_FOLDER = "/node_modules/typescript/lib/";
/** How many imports away from the files of interest others are still loaded. */
const FARTHEST = 2;

/** What a compiler host is made of. */
interface TypeHostParts {
  readonly ts: typeof TypeScript;
  readonly graph: ModuleGraph;
  readonly stubs: readonly PackageStub[];
  /** Files that may hold a value of a package; what they import is loaded, what that imports only a little. */
  readonly reaching: ReadonlySet<string>;
  /** No further file is loaded when there are so many. */
  readonly fileLimit: number;
  readonly readLib: (path: string) => string | undefined;
}

/** A compiler host over a module graph: no disk, no node_modules, packages as stubs, and only the files that matter. */
export class TypeHost {
  readonly stubFiles: readonly string[];
  readonly #parts: TypeHostParts;
  readonly #stubs = new Map<string, string>();
  readonly #overlays = new Map<string, string>();
  readonly #parsed = new Map<string, TypeScript.SourceFile | undefined>();
  readonly #distance = new Map<string, number>();

  constructor(parts: TypeHostParts) {
    this.#parts = parts;
    for (const { packageName, text } of parts.stubs) {
      const isAmbient = /\bdeclare\s+module\s+["']/.test(text);
      this.#stubs.set(
        stubPath(packageName),
        isAmbient ? `import all = require("${packageName}");\nexport = all;\n` : text,
      );
      if (isAmbient) this.#stubs.set(`${STUB_FOLDER}ambient/${packageName}.d.ts`, text);
    }
    this.stubFiles = [...this.#stubs.keys()];
  }

  /** Gives a file another text from now on. */
  setText(file: string, text: string): void {
    this.#overlays.set(file, text);
    this.#parsed.delete(file);
  }

  /** The package whose stub a declaration stands in; null for the target's own. */
  packageOf(file: string): string | null {
    return (
      this.#parts.stubs.find(
        ({ packageName }) => file === stubPath(packageName) || file === ambientPath(packageName),
      )?.packageName ?? null
    );
  }

  /** What TypeScript asks of its surroundings. */
  toCompilerHost(): TypeScript.CompilerHost {
    return {
      getSourceFile: (file, options) => this.#sourceFile(file, options),
      fileExists: (file) => this.#text(file) !== undefined,
      readFile: (file) => this.#text(file),
      writeFile: () => undefined,
      getDefaultLibFileName: () => `${LIB_FOLDER}lib.es2023.d.ts`,
      getDefaultLibLocation: () => LIB_FOLDER.slice(0, -1),
      getCurrentDirectory: () => "/",
      getCanonicalFileName: (file) => file,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      resolveModuleNameLiterals: (literals, from) => literals.map(({ text }) => this.#resolve(text, from)),
      resolveTypeReferenceDirectiveReferences: (references) =>
        references.map(() => ({ resolvedTypeReferenceDirective: undefined })),
    };
  }

  #sourceFile(
    file: string,
    options: TypeScript.ScriptTarget | TypeScript.CreateSourceFileOptions,
  ): TypeScript.SourceFile | undefined {
    if (this.#parsed.has(file)) return this.#parsed.get(file);
    const text = this.#text(file);
    const parsed =
      text === undefined ? undefined : this.#parts.ts.createSourceFile(file, text, options, true);
    this.#parsed.set(file, parsed);
    return parsed;
  }

  #text(file: string): string | undefined {
    if (file.startsWith(LIB_FOLDER)) return this.#parts.readLib(file);
    return this.#overlays.get(file) ?? this.#stubs.get(file) ?? this.#parts.graph.read(file) ?? undefined;
  }

  #resolve(specifier: string, from: string): TypeScript.ResolvedModuleWithFailedLookupLocations {
    const file = this.#find(specifier, from);
    if (file === null) return { resolvedModule: undefined };
    const extension = /(?:\.d)?\.[cm]?[jt]sx?$/.exec(file)?.[0] ?? ".ts";
    return { resolvedModule: { resolvedFileName: file, extension, isExternalLibraryImport: false } };
  }

  #find(specifier: string, from: string): string | null {
    if (from.startsWith(STUB_FOLDER)) return null;
    const { graph, stubs } = this.#parts;
    const resolution = graph.resolve(specifier, from);
    if (resolution.kind === "package") {
      const stub = stubs.find(({ packageName }) => packageName === resolution.name);
      return stub === undefined || resolution.subpath !== "" ? null : stubPath(stub.packageName);
    }
    const file = resolution.kind === "file" ? resolution.file : this.#declarationFile(specifier, from);
    return file !== null && this.#isNear(file, from) ? file : null;
  }

  /** The module graph knows sources alone; types may come from a declaration file next to them. */
  #declarationFile(specifier: string, from: string): string | null {
    if (!specifier.startsWith(".")) return null;
    const path = joinPath(dirOf(from), specifier).replace(/(?:\.d)?\.[cm]?[jt]s$/, "");
    return (
      [`${path}.d.ts`, `${path}/index.d.ts`].find((file) => this.#parts.graph.read(file) !== null) ?? null
    );
  }

  #isNear(file: string, from: string): boolean {
    const { reaching, fileLimit } = this.#parts;
    if (this.#distance.has(file)) return true;
    const distance = reaching.has(file) ? 0 : (this.#distance.get(from) ?? 0) + 1;
    if (distance > FARTHEST || this.#distance.size >= fileLimit) return false;
    this.#distance.set(file, distance);
    return true;
  }
}

function stubPath(packageName: string): string {
  return `${STUB_FOLDER}${packageName}.d.ts`;
}

function ambientPath(packageName: string): string {
  return `${STUB_FOLDER}ambient/${packageName}.d.ts`;
}
