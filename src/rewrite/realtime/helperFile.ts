import type { Edit, NewFile } from "../../model/edit.ts";
import { exportsOf } from "../../resolve/exports.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import type { Modules } from "../../resolve/modules.ts";
import { aliasSpecifier } from "../aliasSpecifier.ts";
import { at } from "../insertion.ts";
import { afterTrailingComment } from "../layout.ts";
import { namesIn } from "../pipes/pipeNames.ts";
import { relativeSpecifier, relativeSpecifiers } from "../relativeSpecifier.ts";
import type { Planning } from "./planning.ts";

/** The text of a helper file, in TypeScript or JavaScript, as ES module or CommonJS. */
export interface HelperSource {
  /** The file's name without extension. */
  readonly name: string;
  write(form: HelperForm): string;
}

/** How a helper file is written. */
export interface HelperForm {
  readonly isTypeScript: boolean;
  readonly isCommonJs: boolean;
}

const FOLDERS = ["src/lib", "src/utils", "lib", "utils", "src"];

/**
 * The one helper file of a package, and the import of some of its functions into a module.
 * It stands where the package keeps such files; null where nothing is known of the project, or the names are taken.
 */
export function bringHelper(
  source: HelperSource,
  needs: readonly string[],
  { module, modules, style }: Pick<Planning, "module" | "modules" | "style">,
): { readonly shared: readonly Edit[]; readonly newFiles: readonly NewFile[] } | null {
  const { graph } = modules;
  const { root, files } = graph;
  const manifest = graph.manifestOf(module.file);
  const dir = manifest?.dir ?? root;
  if (root === undefined || files === undefined || dir === undefined) return null;
  const taken = namesIn([module.ast.program]);
  if (needs.some((name) => taken.has(name) && !importsHelper(module, source.name))) return null;
  // An import would make a module of what is a script, whose names are everybody's.
  if (!isEsModule(module) && !/\brequire\(|\bexports\b/.test(module.text)) return null;
  const isCommonJs = isCommonJsModule(module, style);
  const own = /\.[cm]?[jt]sx?$/.exec(module.file)?.[0].replace("x", "") ?? ".js";
  const folder = FOLDERS.find((name) => files.some((file) => file.startsWith(`${dir}/${name}/`)));
  const file = [dir, ...(folder === undefined ? [] : [folder]), source.name + own].join("/");
  if (file === module.file) return null;
  const known = modules.get(file);
  const exported = known && exportsOf(known).named;
  if (exported && !needs.every((name) => exported.has(name))) return null;
  if (!known && graph.read(file) !== null) return null;
  const missing = needs.filter((name) => !taken.has(name));
  const edit = importEdit(missing, specifierOf(file, module, modules), isCommonJs, module, style);
  if (missing.length > 0 && !edit) return null;
  const text = inStyle(source.write({ isTypeScript: style.isTypeScript, isCommonJs }), style);
  return {
    shared: edit ? [edit] : [],
    newFiles: known
      ? []
      : [
          {
            file: file.slice(root.length + 1),
            text: style.eol === "\n" ? text : text.replaceAll("\n", "\r\n"),
          },
        ],
  };
}

/** Whether a file loads others by `require`. */
export function isCommonJsModule(module: SourceModule, style: Planning["style"]): boolean {
  return !style.isTypeScript && !isEsModule(module);
}

function isEsModule(module: SourceModule): boolean {
  return hasImports(module) || module.file.endsWith(".mjs");
}

/** A helper's text with the quotes, semicolons and indentation of the module that it is made for. */
export function inStyle(
  text: string,
  { quote, semicolon, unit }: Pick<Planning["style"], "quote" | "semicolon" | "unit">,
): string {
  // Prettier, too, leaves double quotes where there are single ones inside.
  const quoted =
    quote === "'"
      ? text.replaceAll(/"([^"\n]*)"/g, (all, inside) => (inside.includes("'") ? all : `'${inside}'`))
      : text;
  const ended = semicolon === "" ? quoted.replaceAll(/;$/gm, "") : quoted;
  return ended.replaceAll(/^( {2})+/gm, (steps) => unit.repeat(steps.length / 2));
}

function hasImports(module: SourceModule): boolean {
  return module.ast.program.body.some(
    ({ type }) => type === "ImportDeclaration" || type.startsWith("Export"),
  );
}

function importsHelper(module: SourceModule, name: string): boolean {
  return new RegExp(`["'][^"']*/${name}(\\.[cm]?[jt]s)?["']`).test(module.text);
}

/** How a module imports a file: by the alias that it uses, else relative, with an extension where its other imports have one or Node needs it. */
export function specifierOf(file: string, module: SourceModule, modules: Modules): string {
  const relatives = module.ast.program.body.flatMap((statement) =>
    statement.type === "ImportDeclaration" && statement.source.value.startsWith(".")
      ? [statement.source.value]
      : [],
  );
  const type = modules.graph.manifestOf(module.file)?.type;
  const others = relatives.length > 0 ? relatives : relativesOfPackage(module, modules);
  const relative = relativeSpecifier(module.file, file, others, type);
  return relative.startsWith("../") ? (aliasSpecifier(file, module, modules) ?? relative) : relative;
}

const FILES_READ = 40;

/** How the other files of the package import each other; where none does, what the package's tsconfig demands. */
function relativesOfPackage({ file }: SourceModule, { graph }: Modules): readonly string[] {
  const dir = graph.manifestOf(file)?.dir ?? graph.root;
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  const others = (graph.files ?? []).filter(
    (other) => other.startsWith(`${dir}/`) && other !== file && /\.[cm]?tsx?$/.test(other) === isTypeScript,
  );
  for (const other of others.slice(0, FILES_READ)) {
    const found = relativeSpecifiers(graph.read(other) ?? "").filter((one) => !one.endsWith(".json"));
    if (found.length > 0) return found;
  }
  const config = isTypeScript && dir !== undefined ? (graph.read(`${dir}/tsconfig.json`) ?? "") : "";
  const isNode =
    /"module(Resolution)?"\s*:\s*"node(\d+|next)"/i.test(config) || /"@tsconfig\/node\d+/.test(config);
  return isNode && graph.manifestOf(file)?.type === "module" ? ["./index.js"] : [];
}

/** The edit that imports some names; in CommonJS by `require`. Null in an empty file. */
export function importEdit(
  names: readonly string[],
  specifier: string,
  isCommonJs: boolean,
  module: SourceModule,
  { quote, semicolon, eol, isEs5 }: Planning["style"],
): Edit | null {
  if (names.length === 0) return null;
  const list = names.join(", ");
  const { body } = module.ast.program;
  if (isCommonJs) {
    const keyword = isEs5 ? "var" : "const";
    const line = isEs5
      ? names
          .map((name) => `var ${name} = require(${quote}${specifier}${quote}).${name}${semicolon}`)
          .join(eol)
      : `${keyword} { ${list} } = require(${quote}${specifier}${quote})${semicolon}`;
    const requires = body.filter(
      (one) =>
        one.type === "VariableDeclaration" &&
        /\brequire\(/.test(module.text.slice(one.start ?? 0, one.end ?? 0)),
    );
    return placed(requires.at(-1), line, module, eol);
  }
  const line = `import { ${list} } from ${quote}${specifier}${quote}${semicolon}`;
  return placed(body.filter((one) => one.type === "ImportDeclaration").at(-1), line, module, eol);
}

function placed(
  last: { readonly end?: number | null | undefined } | undefined,
  line: string,
  module: SourceModule,
  eol: string,
): Edit | null {
  if (last) return at(afterTrailingComment(module, last.end ?? 0), eol + line);
  const [first] = module.ast.program.body;
  return first ? at(first.start ?? 0, line + eol + eol) : null;
}
