/** Where an import specifier leads. */
export type Resolution =
  /** Absolute path of a file of the project. */
  | { readonly kind: "file"; readonly file: string }
  /**
   * An npm package: `name` is "pusher" or "@scope/x", `subpath` is "" or "lib/y".
   * Node's own modules always carry the prefix: both "fs" and "node:fs" give the name "node:fs".
   */
  | { readonly kind: "package"; readonly name: string; readonly subpath: string }
  | { readonly kind: "unknown" };

/** What the tracer asks about the tree: where imports lead, and who imports a file. Paths are absolute, with forward slashes. */
export interface ModuleGraph {
  /** The folder that new files' names are relative to, and all source files; absent where only one file is known. */
  readonly root?: string;
  readonly files?: readonly string[];
  /** Where `specifier`, written in `fromFile`, leads. */
  resolve(specifier: string, fromFile: string): Resolution;
  /** The text of a project file, BOM stripped; null if it cannot be read. */
  read(file: string): string | null;
  /** Files of the project with an import, require or re-export (also type-only, dynamic `import()`) that resolves to `file`. */
  importersOf(file: string): readonly string[];
  /** Whether a file is a test by its name or folder. */
  isTest(file: string): boolean;
  /** Files of the project that `file` imports. */
  importsOf(file: string): readonly string[];
  /** The nearest package.json above a file (within the root); null if there is none. */
  manifestOf(file: string): Manifest | null;
}

/** What matters of a package.json. */
export interface Manifest {
  /** Absolute path of its folder. */
  readonly dir: string;
  readonly name: string | null;
  readonly isPrivate: boolean;
  /** It has main, exports, module, bin or types, and is not private. */
  readonly hasPublicEntry: boolean;
  readonly type: "module" | "commonjs";
  /** Declared ranges by package name, of all kinds (dev, peer and optional ones too). */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Absolute source files that main, exports and bin lead to; best effort, with guesses from build output to source. */
  readonly entryFiles: readonly string[];
}
