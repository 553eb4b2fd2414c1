import type { Tracer } from "../../resolve/tracer.ts";
import type { Value } from "../../resolve/value.ts";
import type { Modules } from "../../resolve/modules.ts";
import { byUse, exportedValues, type ExportedValue } from "./exportedValues.ts";
import { importOfValue, importedClients, type SpecifierFor } from "./importOf.ts";
import { textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { isEsModule, modulesMatching, type PackageFiles } from "./packageFiles.ts";
import type { Dialect } from "./outboxText.ts";
import { prismaDialect } from "./prismaDialect.ts";
import { DRIZZLE_DRIVERS, type Library } from "./databaseAccess.ts";
import type { Wired } from "./wiring.ts";

/** A database client that the outbox can use. */
export interface FoundDatabase {
  readonly library: Library;
  readonly dialect: Dialect;
  readonly wired: Wired;
}

interface Kind {
  readonly library: "prisma" | "drizzle" | "pg" | "postgres" | "pg-boss";
  readonly mention: RegExp;
  readonly isClient: (value: Value) => boolean;
}

const made = (name: string, path: RegExp) => (value: Value) =>
  value.kind === "external" && value.package === name && path.test(value.path);

/** In the order in which they are taken: who has an ORM writes the ban through it. */
const KINDS: readonly Kind[] = [
  {
    library: "prisma",
    mention: /PrismaClient/,
    isClient: made("@prisma/client", /^new (?:[\w*=]+\.)*PrismaClient\(\)(?:\.\$extends\(\))*$/),
  },
  {
    library: "drizzle",
    mention: /drizzle-orm\//,
    isClient: made("drizzle-orm", /^(?:[\w*=]+\.)*drizzle\(\)$/),
  },
  { library: "pg", mention: /["']pg["']/, isClient: made("pg", /^new (?:[\w*=]+\.)*Pool\(\)$/) },
  { library: "postgres", mention: /["']postgres["']/, isClient: made("postgres", /^(?:default|=|\*)\(\)$/) },
  // It lends its connection: blocks need a table anyway, and a row that is its own queue leaves no gap between the two.
  { library: "pg-boss", mention: /["']pg-boss["']/, isClient: made("pg-boss", /^new [\w*=.]+\(\)$/) },
];

/** The database client that a module of the package can import; what stands against the others goes into `notes`. */
export function findDatabase(
  pack: PackageFiles,
  modules: Modules,
  tracer: Tracer,
  specifierFor: SpecifierFor,
  notes: string[],
): FoundDatabase | null {
  for (const { library, mention, isClient } of KINDS) {
    const matching = modulesMatching(pack, modules, mention);
    const exported = matching
      .flatMap((module) => [...exportedValues(tracer, module, isClient), ...byName(library, tracer, module)])
      .filter(({ isNullable, isGetter }) => !isNullable && !isGetter)
      .toSorted(byUse);
    const [best] = exported;
    const wired = best
      ? importOfValue(best, specifierFor, "db")
      : (importedFrom(pack, modules, tracer, isClient, specifierFor) ??
        (library === "pg" ? queryModule(matching, tracer, specifierFor) : null));
    if (!wired) continue;
    const how = libraryOf(library, best, matching.map(({ text }) => text).join("\n"), pack, modules);
    if (typeof how === "string") notes.push(how);
    else return { ...how, wired };
  }
  return null;
}

/** A module that exports its pool's `query` as a function of the same form, as pg's own guide has it. */
function queryModule(
  matching: readonly SourceModule[],
  tracer: Tracer,
  specifierFor: SpecifierFor,
): Wired | null {
  for (const module of matching) {
    const [fn] = tracer.exported(module.file, "query");
    if (fn?.kind !== "function" || fn.module !== module || fn.node.params.length !== 2) continue;
    const text = textOf(module, fn.node);
    if (!/\.query\(/.test(text) || /\brows\b/.test(text)) continue;
    const name = isEsModule(module) ? "*" : "=";
    return { imports: [{ specifier: specifierFor(module.file), name, local: "db" }], expression: "db" };
  }
  return null;
}

const USES_DATABASE = /\b(?:import|require)\b[^;]*\b(?:prisma|db|pool|sql|boss|database)\b/;
/** A client that a whole package shares is imported by one of so many. */
const LOOKED_AT = 150;

/** A client that other packages of the workspace export. */
function importedFrom(
  pack: PackageFiles,
  modules: Modules,
  tracer: Tracer,
  isClient: (value: Value) => boolean,
  specifierFor: SpecifierFor,
): Wired | null {
  for (const module of modulesMatching(pack, modules, USES_DATABASE, LOOKED_AT)) {
    const [wired] = importedClients(module, tracer, isClient, specifierFor);
    if (wired && !/[()]/.test(wired.expression)) return wired;
  }
  return null;
}

/** A Prisma client that is generated into the project: no declaration says what it is, its name does. */
function byName(library: string, tracer: Tracer, module: ExportedValue["module"]): readonly ExportedValue[] {
  if (library !== "prisma") return [];
  const names = [
    ...module.text.matchAll(/\bexport\s+(?:const|let)\s+(\w+)\b[^;\n]*=\s*[^;]{0,80}?\bnew PrismaClient\(/g),
  ].map(([, name]) => name ?? "");
  return names
    .filter((name) => tracer.exported(module.file, name).length === 0)
    .map((name) => ({
      module,
      name,
      local: name,
      value: { kind: "external", package: "@prisma/client", path: "" },
      isGetter: false,
      isAsync: false,
      isNullable: false,
      isPassedOn: false,
    }));
}

function libraryOf(
  library: Kind["library"],
  best: ExportedValue | undefined,
  texts: string,
  pack: PackageFiles,
  modules: Modules,
): { readonly library: Library; readonly dialect: Dialect } | string {
  if (library === "prisma") {
    const dialect = prismaDialect(best?.module.file, pack, modules);
    return typeof dialect === "string" ? { library, dialect } : dialect.reason;
  }
  if (library === "pg-boss" && /^\D*[0-9]\b/.test(pack.dependencies["pg-boss"] ?? ""))
    return "pg-boss lends its connection from version 10 on";
  if (library !== "drizzle") return { library, dialect: "postgresql" };
  const driver = /drizzle-orm\/([\w-]+)["']/.exec(best?.module.text ?? texts)?.[1] ?? "";
  const known = DRIZZLE_DRIVERS[driver];
  return known
    ? { library: { drizzle: known.rows }, dialect: known.dialect }
    : `Drizzle's driver ${driver} is not known to the outbox`;
}
