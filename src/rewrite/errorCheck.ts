import type * as t from "@babel/types";
import semver from "semver";
import { contractOfPackage, findContract } from "../contracts/index.ts";
import type { ErrorClass } from "../model/contract.ts";
import type { Edit } from "../model/edit.ts";
import type { Modules } from "../resolve/modules.ts";
import type { Site } from "../detect/site.ts";
import { requireTarget } from "../resolve/calls.ts";
import { isCall, isMember, memberName, type Node } from "../syntax/node.ts";
import { lookup, type Binding } from "../syntax/scope.ts";
import { parentOf, placeOf, scopeOf, walk, type SourceModule } from "../syntax/sourceModule.ts";
import type { ErrorCheck } from "./handlingTypes.ts";
import { afterTrailingComment } from "./layout.ts";
import { styleOf } from "./style.ts";

/** The check that a file's handlers use, and the edit that brings the class into scope where it is not yet. */
export interface CheckChoice {
  readonly check: ErrorCheck;
  readonly edits: readonly Edit[];
}

/** The first TypeScript that narrows `unknown` by a property that no type lists. */
const NARROWS_SINCE = "4.9.0";

/**
 * Chooses `instanceof` where it is provably right, else the form that needs no binding.
 * A wrong `instanceof` throws inside the catch and hides the real error, so every doubt means the name.
 */
export function chooseCheck(
  sites: readonly Site[],
  module: SourceModule,
  modules: Modules,
  wanted: "auto" | "instanceof" | "name",
): CheckChoice {
  const [first] = sites;
  const byName: CheckChoice = { check: { form: "name", narrows: narrowsByIn(module, modules) }, edits: [] };
  if (!first) return byName;
  const contract = findContract(first.contract);
  const errorClass = contract?.errorClass;
  if (!contract || !errorClass) return { check: { form: "fields" }, edits: [] };
  if (wanted === "name") return byName;
  const isTyped = wanted === "instanceof" || declaresErrorType(module, modules, contract.package, errorClass);
  if (styleOf(module).isTypeScript && !isTyped) return byName;
  const own = classBinding(module, modules, contract.package);
  const className = own && classExpression(own, module);
  if (own && className === null) return byName;
  if (own) {
    if (!sites.every((site) => lookup(scopeOf(module, site.fate.at), own.name) === own)) return byName;
    const upgrade = upgradeImport(own, module);
    return upgrade
      ? {
          check: { form: "instanceof", className: `${className}.${errorClass.member}` },
          edits: upgrade,
        }
      : byName;
  }
  return importLikeInstance(sites, module, modules, contract.package, errorClass) ?? byName;
}

/** False only where an older TypeScript is declared. */
function narrowsByIn(module: SourceModule, modules: Modules): boolean {
  const range = modules.graph.manifestOf(module.file)?.dependencies["typescript"];
  const lowest = range === undefined || semver.validRange(range) === null ? null : semver.minVersion(range);
  return lowest === null || semver.gte(lowest, NARROWS_SINCE);
}

/** Every version that the declared range allows has the type. Not declared: not proved. */
function declaresErrorType(
  module: SourceModule,
  modules: Modules,
  packageName: string,
  errorClass: ErrorClass,
): boolean {
  const range = modules.graph.manifestOf(module.file)?.dependencies[packageName];
  if (range === undefined || semver.validRange(range) === null) return false;
  const lowest = semver.minVersion(range);
  return lowest !== null && semver.gte(lowest, errorClass.typedSince);
}

/** The name in this file that holds the SDK's class, imported or required at its top. */
function classBinding(module: SourceModule, modules: Modules, packageName: string): Binding | null {
  for (const binding of module.scopes.root.values.values()) {
    const specifier = importedWhole(binding, module);
    if (specifier === null) continue;
    const target = modules.graph.resolve(specifier, module.file);
    if (
      target.kind === "package" &&
      target.name === packageName &&
      target.subpath === "" &&
      contractOfPackage(target.name)
    )
      return binding;
  }
  return null;
}

/** How a file reaches the class through its binding: an ES namespace has it as `default`, unless the file itself calls `new` on it. */
function classExpression(binding: Binding, module: SourceModule): string | null {
  if (binding.declaration.type !== "ImportNamespaceSpecifier") return binding.name;
  const places = binding.references.map((reference) => placeOf(module, reference));
  const isMadeWith = (expression: Node | undefined) =>
    parentOf(module, expression ?? module.ast.program)?.type === "NewExpression" ||
    (isMember(expression) && /^for(URL|Cluster)$/.test(memberName(expression) ?? ""));
  if (places.some((place) => place?.parent.type === "NewExpression" || isMadeWith(place?.parent))) {
    const isDefault = places.some(
      (place) => isMember(place?.parent) && memberName(place.parent) === "default",
    );
    return isDefault ? `${binding.name}.default` : binding.name;
  }
  return null;
}

/** The specifier of an import or require whose binding is the package's class itself. */
function importedWhole(binding: Binding, module: SourceModule): string | null {
  const { declaration } = binding;
  const isDefault =
    declaration.type === "ImportSpecifier" &&
    declaration.imported.type === "Identifier" &&
    declaration.imported.name === "default";
  if (
    isDefault ||
    declaration.type === "ImportDefaultSpecifier" ||
    declaration.type === "ImportNamespaceSpecifier"
  ) {
    const parent = parentOf(module, declaration);
    return parent?.type === "ImportDeclaration" ? parent.source.value : null;
  }
  if (declaration.type === "TSImportEqualsDeclaration")
    return declaration.moduleReference.type === "TSExternalModuleReference"
      ? declaration.moduleReference.expression.value
      : null;
  if (
    declaration.type !== "VariableDeclarator" ||
    declaration.id.type !== "Identifier" ||
    !isCall(declaration.init)
  )
    return null;
  return binding.writes.length === 0 ? requireTarget(declaration.init, module) : null;
}

/** `import type Pusher` becomes `import Pusher`; null where that is not a small edit. */
function upgradeImport(binding: Binding, module: SourceModule): readonly Edit[] | null {
  const parent = parentOf(module, binding.declaration);
  const declaration =
    parent?.type === "ImportDeclaration"
      ? parent
      : binding.declaration.type === "TSImportEqualsDeclaration"
        ? binding.declaration
        : null;
  if (!declaration || declaration.importKind !== "type") return [];
  const start = declaration.start ?? 0;
  const match = /^import\s+type\s+/.exec(module.text.slice(start, start + 40));
  return match ? [{ start, end: start + match[0].length, text: "import " }] : null;
}

/** Imports the class as the module does that makes the instance: same package folder, same form, a name that is free. */
function importLikeInstance(
  sites: readonly Site[],
  module: SourceModule,
  modules: Modules,
  packageName: string,
  errorClass: ErrorClass,
): CheckChoice | null {
  const origin = sites[0]?.value.trace[0]?.file;
  const source = origin === undefined || origin === module.file ? null : modules.get(origin);
  if (!source || module.ast.program.directives.some((d) => d.value.value === "use client")) return null;
  const here = modules.graph.manifestOf(module.file);
  if (!here || here.dir !== modules.graph.manifestOf(source.file)?.dir || !(packageName in here.dependencies))
    return null;
  const binding = classBinding(source, modules, packageName);
  const expression = binding && classExpression(binding, source);
  if (!binding || expression === null || mentions(module, binding.name)) return null;
  const line = importLine(binding, source, module);
  const edit =
    line === null
      ? null
      : importEdit(line, module, modules, binding.declaration.type === "VariableDeclarator");
  return (
    edit && {
      check: { form: "instanceof", className: `${expression}.${errorClass.member}` },
      edits: [edit],
    }
  );
}

function mentions(module: SourceModule, name: string): boolean {
  let found = false;
  walk(module.ast.program, (node) => {
    if ((node.type === "Identifier" || node.type === "JSXIdentifier") && node.name === name) found = true;
  });
  return found;
}

/** The statement that binds the class, in the form of the instance's module and the style of this file. */
function importLine(binding: Binding, source: SourceModule, module: SourceModule): string | null {
  const { quote, semicolon } = styleOf(module);
  const specifier = importedWhole(binding, source);
  if (specifier === null) return null;
  const from = `${quote}${specifier}${quote}`;
  const { declaration } = binding;
  switch (declaration.type) {
    case "ImportDefaultSpecifier":
      return `import ${binding.name} from ${from}${semicolon}`;
    case "ImportNamespaceSpecifier":
      return `import * as ${binding.name} from ${from}${semicolon}`;
    case "TSImportEqualsDeclaration":
      return styleOf(module).isTypeScript ? `import ${binding.name} = require(${from})${semicolon}` : null;
    default: {
      const keyword = parentOf(source, declaration);
      return `${keyword?.type === "VariableDeclaration" && !styleOf(module).isEs5 ? keyword.kind : "var"} ${binding.name} = require(${from})${semicolon}`;
    }
  }
}

/** Where the new import goes: behind the last one of a package, else before the first; null where the file has none of that form. */
function importEdit(line: string, module: SourceModule, modules: Modules, isRequire: boolean): Edit | null {
  const { eol } = styleOf(module);
  const imports = leadingImports(module, isRequire);
  const ofPackages = imports.filter((statement) => {
    const specifier = specifierOf(statement, module);
    return specifier !== null && modules.graph.resolve(specifier, module.file).kind === "package";
  });
  const last = ofPackages.at(-1);
  if (last) {
    const end = afterTrailingComment(module, last.end ?? 0);
    return { start: end, end, text: eol + line };
  }
  const [first] = imports;
  return first ? { start: first.start ?? 0, end: first.start ?? 0, text: line + eol } : null;
}

/** The imports (or top-level requires) at the file's top. */
function leadingImports(module: SourceModule, isRequire: boolean): readonly t.Statement[] {
  const found: t.Statement[] = [];
  for (const statement of module.ast.program.body) {
    if (
      isRequire
        ? isRequireStatement(statement, module)
        : statement.type === "ImportDeclaration" || statement.type === "TSImportEqualsDeclaration"
    )
      found.push(statement);
    else if (found.length > 0) break;
  }
  return found;
}

function specifierOf(statement: t.Statement, module: SourceModule): string | null {
  if (statement.type === "ImportDeclaration") return statement.source.value;
  if (statement.type === "TSImportEqualsDeclaration")
    return statement.moduleReference.type === "TSExternalModuleReference"
      ? statement.moduleReference.expression.value
      : null;
  const init = statement.type === "VariableDeclaration" ? statement.declarations[0]?.init : null;
  return isCall(init) ? requireTarget(init, module) : null;
}

function isRequireStatement(statement: t.Statement, module: SourceModule): boolean {
  if (statement.type !== "VariableDeclaration" || statement.declarations.length !== 1) return false;
  const init = statement.declarations[0]?.init;
  return isCall(init) && requireTarget(init, module) !== null;
}
