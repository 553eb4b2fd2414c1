import type { Modules } from "../../resolve/modules.ts";
import { styleOf } from "../style.ts";
import { relativeSpecifiers } from "../relativeSpecifier.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";

/** A package of the project, as its new module has to know it. */
export interface PackageFiles {
  readonly root: string;
  /** Its folder. */
  readonly dir: string;
  readonly type: "module" | "commonjs";
  readonly dependencies: Readonly<Record<string, string>>;
  /** Its own source files, without tests and declarations, sorted. */
  readonly files: readonly string[];
}

/** The package that a file belongs to; null where only one file is known. */
export function packageOf(file: string, modules: Modules): PackageFiles | null {
  const { root } = modules.graph;
  return root === undefined ? null : packageAt(modules.graph.manifestOf(file)?.dir ?? root, modules);
}

/** The package in a folder; null where only one file is known. */
export function packageAt(dir: string, { graph }: Modules): PackageFiles | null {
  const { root, files } = graph;
  if (root === undefined || files === undefined) return null;
  const manifest = graph.manifestOf(`${dir}/package.json`);
  const own = files.filter(
    (one) =>
      one.startsWith(`${dir}/`) &&
      !/\.d\.[cm]?ts$/.test(one) &&
      !graph.isTest(one) &&
      (graph.manifestOf(one)?.dir ?? root) === dir,
  );
  return {
    root,
    dir,
    type: manifest?.type ?? "commonjs",
    dependencies: { ...graph.manifestOf(`${root}/package.json`)?.dependencies, ...manifest?.dependencies },
    files: own.toSorted(),
  };
}

/** Those of its modules whose text matches, the first so many of them. */
export function modulesMatching(
  { files }: PackageFiles,
  modules: Modules,
  pattern: RegExp,
  limit = Number.POSITIVE_INFINITY,
): readonly SourceModule[] {
  const matching = files.filter((file) => pattern.test(modules.graph.read(file) ?? "")).slice(0, limit);
  return matching.flatMap((file) => modules.get(file) ?? []);
}

/** The relative imports by which the package's modules around a file are written, the file's own first. */
export function importsAround(file: string, pack: PackageFiles, modules: Modules): readonly string[] {
  const importers = modules.graph.importersOf(file).filter((one) => pack.files.includes(one));
  return [file, ...importers.toSorted()].flatMap((one) => relativeSpecifiers(modules.graph.read(one) ?? ""));
}

/** Whether a module is written with imports and exports. */
export function isEsModule(module: SourceModule): boolean {
  return module.ast.program.body.some(
    ({ type }) =>
      type === "ImportDeclaration" ||
      type === "TSImportEqualsDeclaration" ||
      type === "TSExportAssignment" ||
      type.startsWith("Export"),
  );
}

/** The style of a module as far as a new one can have it. */
export function formOf(
  module: SourceModule,
): Pick<ReturnType<typeof styleOf>, "quote" | "semicolon" | "unit" | "eol"> {
  const { quote, semicolon, unit, eol } = styleOf(module);
  return { quote, semicolon, unit: /^(?: {2}| {4}|\t)$/.test(unit) ? unit : "  ", eol };
}
