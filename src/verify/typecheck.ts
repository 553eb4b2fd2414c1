import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ts as TypeScript } from "ts-morph";

/** A file's text before and after its rewrite; the path is absolute. */
export interface CheckedChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Gate 5: the TypeScript diagnostics that the rewrite of a file adds, in words, by file; a file without any is left out.
 * Uses the nearest tsconfig.json within the root and whatever node_modules are there. Nothing is executed.
 */
export async function newDiagnostics(
  root: string,
  changes: readonly CheckedChange[],
): Promise<ReadonlyMap<string, string>> {
  const { Project, ts } = await import("ts-morph");
  const memory = new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();
  const environment: Environment = { ts, readLib: (path) => memory.readFile(path) };
  const found = new Map<string, string>();
  for (const [config, group] of byConfig(changes, root)) {
    const options = readOptions(ts, config);
    const files = group.map((change) => change.file);
    const old = check(
      environment,
      options,
      files,
      // What comes along is not there before.
      new Map(group.filter(({ before }) => before !== "").map((change) => [change.file, change.before])),
    );
    const fresh = check(
      environment,
      options,
      files,
      new Map(group.map((change) => [change.file, change.after])),
      old.program,
    );
    for (const file of files) {
      const added = subtract(fresh.diagnostics(file), old.diagnostics(file));
      if (added[0] !== undefined) found.set(file, added[0]);
    }
  }
  return found;
}

function byConfig(
  changes: readonly CheckedChange[],
  root: string,
): ReadonlyMap<string | null, readonly CheckedChange[]> {
  const groups = new Map<string | null, CheckedChange[]>();
  for (const change of changes) {
    const config = findConfig(change.file, root);
    groups.set(config, [...(groups.get(config) ?? []), change]);
  }
  return groups;
}

function findConfig(file: string, root: string): string | null {
  for (let folder = dirname(file); folder.length >= root.length; folder = dirname(folder)) {
    const config = join(folder, "tsconfig.json");
    if (existsSync(config)) return config;
    if (dirname(folder) === folder) break;
  }
  return null;
}

function readOptions(ts: typeof TypeScript, config: string | null): TypeScript.CompilerOptions {
  const defaults: TypeScript.CompilerOptions = { strict: true, allowJs: true, esModuleInterop: true };
  if (config === null) return { ...defaults, noEmit: true };
  const read = ts.readConfigFile(config, (path) => ts.sys.readFile(path));
  // The files of the config are not wanted, only its options: those that changed are checked.
  const parsed = ts.parseJsonConfigFileContent(
    { ...(read.config as object), files: [], include: [], references: [] },
    ts.sys,
    dirname(config),
    undefined,
    // It says where `@types` are looked for.
    config,
  );
  return { ...parsed.options, noEmit: true, incremental: false, composite: false, skipLibCheck: true };
}

/** ts-morph carries the language's own declarations in memory, at this place. */
const LIB_FOLDER = "/node_modules/typescript/lib";

interface Environment {
  readonly ts: typeof TypeScript;
  readonly readLib: (path: string) => string | undefined;
}

interface Checked {
  readonly program: TypeScript.Program;
  /** Code and message of each diagnostic of a file. */
  readonly diagnostics: (file: string) => readonly string[];
}

function check(
  { ts, readLib }: Environment,
  options: TypeScript.CompilerOptions,
  files: readonly string[],
  texts: ReadonlyMap<string, string>,
  old?: TypeScript.Program,
): Checked {
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  host.getDefaultLibLocation = () => LIB_FOLDER;
  host.getDefaultLibFileName = (wanted) => `${LIB_FOLDER}/${ts.getDefaultLibFileName(wanted)}`;
  const isOnDisk = host.fileExists.bind(host);
  host.fileExists = (name) => texts.has(name) || isOnDisk(name);
  host.getSourceFile = (name, version, onError) => {
    const text = texts.get(name) ?? (name.startsWith(`${LIB_FOLDER}/`) ? readLib(name) : undefined);
    return text === undefined ? onDisk(name, version, onError) : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram({ rootNames: files, options, host, ...(old ? { oldProgram: old } : {}) });
  return {
    program,
    diagnostics: (file) => {
      const source = program.getSourceFile(file);
      const all = source
        ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
        : [];
      return all.map(
        (diagnostic) =>
          `TS${diagnostic.code}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, " ")}`,
      );
    },
  };
}

/** The items of the first list that the second does not have as often. */
function subtract(items: readonly string[], known: readonly string[]): readonly string[] {
  const left = [...known];
  return items.filter((item) => {
    const index = left.indexOf(item);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
