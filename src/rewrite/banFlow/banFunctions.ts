import type { Edit, NewFile } from "../../model/edit.ts";
import { exportsOf } from "../../resolve/exports.ts";
import type { Modules } from "../../resolve/modules.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import { namesIn } from "../pipes/pipeNames.ts";
import { importEdit, isCommonJsModule, specifierOf } from "../realtime/helperFile.ts";
import { styleOf } from "../style.ts";
import { banFlowFile } from "./banFlowFile.ts";
import type { BanFlowOptions, BanFunctionName, OwnFunction } from "../../model/banFlow.ts";

/** The functions of a ban flow as one module calls them. */
export interface BanFunctions {
  /** What the module calls a function; null where the project has none of the kind. */
  nameOf(name: BanFunctionName): string | null;
  /** The imports of some of them. */
  importsOf(names: readonly BanFunctionName[]): readonly Edit[];
  /** The module that is scaffolded with them; none where it exists, or the functions are the project's own. */
  readonly newFiles: readonly NewFile[];
  /** What a person has to know or do. */
  readonly notes: readonly string[];
}

const ALIASES: Readonly<Record<BanFunctionName, string>> = {
  block: "blockUser",
  unblock: "unblockUser",
  isBlocked: "isUserBlocked",
  terminate: "terminateUser",
};

/** Where a module gets the functions of a ban flow from: those that the config names, or the project's scaffolded module. */
export function banFunctionsFor(
  module: SourceModule,
  modules: Modules,
  options: BanFlowOptions,
): BanFunctions | { readonly reason: string } {
  const { root } = modules.graph;
  if (options.own) {
    const missing = missingOf(options.own, modules);
    return missing === null ? namedBy(options.own, [], [], module, modules) : { reason: missing };
  }
  const found = banFlowFile(module, modules, options.backEnd);
  if ("reason" in found) return found;
  const file = `${root ?? ""}/${found.file}`;
  if (file === module.file) return { reason: "it is the ban flow's own module" };
  const names: readonly BanFunctionName[] = ["block", "unblock", "isBlocked", "terminate"];
  const own = Object.fromEntries(names.map((name) => [name, { module: file, name }]));
  const newFiles = found.exists ? [] : [{ file: found.file, text: found.text }];
  return namedBy(
    own,
    newFiles,
    found.exists ? [] : [`${found.file} is new`, ...found.notes],
    module,
    modules,
  );
}

/** What the config names and the project does not have; of packages nothing is known. */
function missingOf(own: NonNullable<BanFlowOptions["own"]>, modules: Modules): string | null {
  for (const { module, name } of Object.values(own)) {
    if (!module.startsWith("/")) continue;
    const opened = modules.get(module);
    if (!opened) return `the config's banFlow names ${module}, which is no module of the project`;
    if (!exportsOf(opened).named.has(name))
      return `the config's banFlow names ${name} of ${module}, which exports no such name`;
  }
  return null;
}

function namedBy(
  own: NonNullable<BanFlowOptions["own"]>,
  newFiles: readonly NewFile[],
  notes: readonly string[],
  module: SourceModule,
  modules: Modules,
): BanFunctions | { readonly reason: string } {
  const style = styleOf(module);
  const isCommonJs = isCommonJsModule(module, style);
  const taken = namesIn([module.ast.program]);
  const local = (name: BanFunctionName): string | null => {
    const fn = own[name];
    if (!fn) return null;
    // Where the module itself has the function, or has imported it, its name is there already.
    if (fn.module === module.file || importsFrom(module, fn)) return fn.name;
    return [fn.name, ALIASES[name], `${ALIASES[name]}FromPusher`].find((free) => !taken.has(free)) ?? null;
  };
  return {
    nameOf: local,
    importsOf: (names) => {
      const bySpecifier = new Map<string, string[]>();
      for (const name of names) {
        const fn = own[name];
        const called = local(name);
        if (!fn || called === null || fn.module === module.file || importsFrom(module, fn)) continue;
        const specifier = fn.module.startsWith("/") ? specifierOf(fn.module, module, modules) : fn.module;
        const as = called === fn.name ? fn.name : `${fn.name}${isCommonJs ? ": " : " as "}${called}`;
        bySpecifier.set(specifier, [...(bySpecifier.get(specifier) ?? []), as].toSorted());
      }
      return [...bySpecifier].flatMap(([specifier, list]) => {
        const edit = importEdit(list, specifier, isCommonJs, module, style);
        return edit ? [edit] : [];
      });
    },
    newFiles,
    notes,
  };
}

/** Whether a module imports a function by its own name already. */
function importsFrom(module: SourceModule, { module: from, name }: OwnFunction): boolean {
  const base =
    from
      .split("/")
      .at(-1)
      ?.replace(/\.[cm]?[jt]sx?$/, "") ?? from;
  return module.ast.program.body.some(
    (statement) =>
      statement.type === "ImportDeclaration" &&
      statement.source.value.replace(/\.[cm]?[jt]sx?$/, "").endsWith(base) &&
      statement.specifiers.some(
        (specifier) =>
          specifier.type === "ImportSpecifier" &&
          specifier.local.name === name &&
          specifier.imported.type === "Identifier" &&
          specifier.imported.name === name,
      ),
  );
}
