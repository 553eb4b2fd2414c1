import type { Tracer } from "../../resolve/tracer.ts";
import { awaited } from "../../resolve/awaited.ts";
import type { Value } from "../../resolve/value.ts";
import { requireTarget } from "../../resolve/calls.ts";
import { isCall } from "../../syntax/node.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import type { ExportedValue } from "./exportedValues.ts";
import { isEsModule } from "./packageFiles.ts";
import type { ImportedName, Wired } from "./wiring.ts";

/** The specifier by which the new module imports a file of the project, or what another module imports by a specifier. */
export interface SpecifierFor {
  (file: string): string;
  from(specifier: string, module: SourceModule): string;
}

/** What the new module's own names are, and so no import may be. */
const OWN_NAMES = new Set(
  "block unblock isBlocked terminate start stop sweep times attempt report work add ask put settle rowOf read write banOf jobs queue worker timer current later retry cancel bans timers Database tx blocking ownRedis ownConnection ownClient ownPusher attempts randomUUID Queue Worker Job".split(
    " ",
  ),
);

/** How a new module gets at an exported value. */
export function importOfValue(
  { module, name, local, member, isGetter, isAsync, isNullable }: ExportedValue,
  specifierFor: SpecifierFor,
  fallback = "pusher",
): Wired {
  const wanted =
    local === "" ? (isGetter ? `get${fallback[0]?.toUpperCase()}${fallback.slice(1)}` : fallback) : local;
  const known = freeName(wanted);
  if (willImport(module)) {
    const whole = `require('${specifierFor(module.file)}')`;
    const path = [whole, ...(name === "=" ? [] : [name]), ...(member === undefined ? [] : [member])].join(
      ".",
    );
    return { imports: [], expression: accessOf(path, isGetter, isAsync), isNullable };
  }
  const isEquals = name === "=" && /\bimport \w+ = require\(/.test(module.text);
  return {
    imports: [
      { specifier: specifierFor(module.file), name, local: known, ...(isEquals ? { isEquals } : {}) },
    ],
    expression: accessOf(member === undefined ? known : `${known}.${member}`, isGetter, isAsync),
    isNullable,
  };
}

/** A CommonJS module that will import the new one gives only a part of itself while it does: it is asked for later. */
function willImport(module: SourceModule): boolean {
  const isCommonJs = /\.c?js$/.test(module.file) && !isEsModule(module);
  return (
    isCommonJs &&
    /\b(?:terminateUserConnections|authorizeChannel|authenticateUser|authenticate)\b/.test(module.text)
  );
}

/** A name that is none of the module's own. */
function freeName(name: string): string {
  return OWN_NAMES.has(name) ? `project${name[0]?.toUpperCase()}${name.slice(1)}` : name;
}

function accessOf(name: string, isGetter: boolean, isAsync: boolean): string {
  if (!isGetter) return name;
  return isAsync ? `(await ${name}())` : `${name}()`;
}

/** The values of a kind that a module imports from elsewhere, another package of the workspace say. */
export function importedClients(
  module: SourceModule,
  tracer: Tracer,
  isWanted: (value: Value) => boolean,
  specifierFor: SpecifierFor,
): readonly Wired[] {
  return importsOf(module).flatMap((one): readonly Wired[] => {
    const values = tracer.imported(one.specifier, one.name, module);
    const local = freeName(one.local);
    const imports = [{ ...one, local, specifier: specifierFor.from(one.specifier, module) }];
    if (values.some(isWanted)) return [{ imports, expression: local }];
    for (const fn of values) {
      if (fn.kind !== "function" || fn.node.params.length > 0) continue;
      const given = tracer.returnsOf(fn);
      if (!awaited(given).some(isWanted) && !given.some(isWanted)) continue;
      const isAsync = fn.node.async === true || !given.some(isWanted);
      return [{ imports, expression: accessOf(local, true, isAsync) }];
    }
    return [];
  });
}

/** The names that a module imports, by whatever form. */
export function importsOf(module: SourceModule): readonly ImportedName[] {
  return module.ast.program.body.flatMap((statement): readonly ImportedName[] => {
    if (statement.type === "ImportDeclaration") {
      const specifier = statement.source.value;
      return statement.specifiers.map((one) => {
        const local = one.local.name;
        const isType = statement.importKind === "type" || ("importKind" in one && one.importKind === "type");
        const base = { specifier, local, ...(isType ? { isType } : {}) };
        if (one.type === "ImportDefaultSpecifier") return { ...base, name: "default" };
        if (one.type === "ImportNamespaceSpecifier") return { ...base, name: "*" };
        return { ...base, name: one.imported.type === "Identifier" ? one.imported.name : one.imported.value };
      });
    }
    if (
      statement.type === "TSImportEqualsDeclaration" &&
      statement.moduleReference.type === "TSExternalModuleReference"
    ) {
      const specifier = statement.moduleReference.expression.value;
      return [{ specifier, name: "=", local: statement.id.name, isEquals: true }];
    }
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.flatMap(({ id, init }): readonly ImportedName[] => {
      const specifier = init && isCall(init) ? requireTarget(init, module) : null;
      if (specifier === null) return [];
      if (id.type === "Identifier") return [{ specifier, name: "=", local: id.name }];
      if (id.type !== "ObjectPattern") return [];
      return id.properties.flatMap((one) =>
        one.type === "ObjectProperty" && one.key.type === "Identifier" && one.value.type === "Identifier"
          ? [{ specifier, name: one.key.name, local: one.value.name }]
          : [],
      );
    });
  });
}
