import type { Edit, NewFile } from "../../model/edit.ts";
import { exportsOf } from "../../resolve/exports.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import { at } from "../insertion.ts";
import { afterTrailingComment } from "../layout.ts";
import { namesIn } from "../pipes/pipeNames.ts";
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
  { module, modules, style }: Planning,
): { readonly shared: readonly Edit[]; readonly newFiles: readonly NewFile[] } | null {
  const { graph } = modules;
  const { root, files } = graph;
  const manifest = graph.manifestOf(module.file);
  const dir = manifest?.dir ?? root;
  if (root === undefined || files === undefined || dir === undefined) return null;
  const taken = namesIn([module.ast.program]);
  if (needs.some((name) => taken.has(name) && !importsHelper(module, source.name))) return null;
  const isEsModule = hasImports(module) || module.file.endsWith(".mjs");
  // An import would make a module of what is a script, whose names are everybody's.
  if (!isEsModule && !/\brequire\(|\bexports\b/.test(module.text)) return null;
  const isCommonJs = !style.isTypeScript && !isEsModule;
  const own = /\.[cm]?[jt]sx?$/.exec(module.file)?.[0].replace("x", "") ?? ".js";
  const folder = FOLDERS.find((name) => files.some((file) => file.startsWith(`${dir}/${name}/`)));
  const file = [dir, ...(folder === undefined ? [] : [folder]), source.name + own].join("/");
  if (file === module.file) return null;
  const known = modules.get(file);
  const exported = known && exportsOf(known).named;
  if (exported && !needs.every((name) => exported.has(name))) return null;
  if (!known && graph.read(file) !== null) return null;
  const missing = needs.filter((name) => !taken.has(name));
  const edit = importEdit(missing, specifierOf(file, module, manifest?.type), isCommonJs, module, style);
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

/** A helper's text with the quotes and semicolons of the module that it is made for. */
function inStyle(text: string, { quote, semicolon }: Planning["style"]): string {
  // Prettier, too, leaves double quotes where there are single ones inside.
  const quoted = quote === "'" ? text.replaceAll(/"([^"'\n]*)"/g, "'$1'") : text;
  return semicolon === "" ? quoted.replaceAll(/;$/gm, "") : quoted;
}

function hasImports(module: SourceModule): boolean {
  return module.ast.program.body.some(
    ({ type }) => type === "ImportDeclaration" || type.startsWith("Export"),
  );
}

function importsHelper(module: SourceModule, name: string): boolean {
  return new RegExp(`["'][^"']*/${name}(\\.[cm]?[jt]s)?["']`).test(module.text);
}

/** The relative specifier, with an extension where the file's other imports have one or Node needs it. */
function specifierOf(file: string, module: SourceModule, type: "module" | "commonjs" | undefined): string {
  const from = module.file.split("/").slice(0, -1);
  const to = file.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  const up = from.length - shared;
  const path = `${up === 0 ? "./" : "../".repeat(up)}${to.slice(shared).join("/")}`;
  const stem = path.replace(/\.[cm]?[jt]s$/, "");
  const relatives = module.ast.program.body.flatMap((statement) =>
    statement.type === "ImportDeclaration" && statement.source.value.startsWith(".")
      ? [statement.source.value]
      : [],
  );
  const extension = relatives.map((one) => /\.[cm]?[jt]sx?$/.exec(one)?.[0]).find((one) => one !== undefined);
  if (extension?.includes("t") === true) return path;
  if (extension !== undefined) return `${stem}${path.endsWith(".mts") ? ".mjs" : extension.replace("x", "")}`;
  const isNode = /\.m[jt]s$/.test(path) || (path.endsWith(".js") && type === "module");
  return isNode && relatives.length === 0 ? path.replace(/\.mts$/, ".mjs") : stem;
}

function importEdit(
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
