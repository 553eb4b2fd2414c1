import type { Modules } from "../../resolve/modules.ts";
import { exportsOf } from "../../resolve/exports.ts";
import { Tracer } from "../../resolve/tracer.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import { relativeSpecifier } from "../relativeSpecifier.ts";
import { findDatabase } from "./findDatabase.ts";
import { findPusher } from "./findPusher.ts";
import { findRedis } from "./findRedis.ts";
import type { SpecifierFor } from "./importOf.ts";
import { banFlowText, type BackEnd, type WiredBackEnd } from "./moduleText.ts";
import {
  formOf,
  importsAround,
  isEsModule,
  modulesMatching,
  packageOf,
  type PackageFiles,
} from "./packageFiles.ts";

/** The ban-flow module of a package: it exports block, unblock, isBlocked and terminate, bound to the project's own client. */
export interface BanFlowFile {
  /** Relative to the root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly backEnd: BackEnd;
  /** What a person has to do or know. */
  readonly notes: readonly string[];
  /** The package has it already, and it exports the functions: nothing is to be written. */
  readonly exists: boolean;
}

const FOLDERS = ["src/lib", "src/utils", "lib", "utils", "src"];
const NAME = "ban-flow";
const FUNCTIONS = ["block", "isBlocked", "terminate"];

/** The module for the package of a file, the same whichever of its files asks; or why there can be none. */
export function banFlowFile(
  module: SourceModule,
  modules: Modules,
  wanted?: BackEnd,
): BanFlowFile | { readonly reason: string } {
  const pack = packageOf(module.file, modules);
  return pack
    ? banFlowOf(pack, modules, wanted)
    : { reason: "nothing is known of the project around the file" };
}

/** The same, for a package. */
export function banFlowOf(
  pack: PackageFiles,
  modules: Modules,
  wanted: BackEnd | undefined,
): BanFlowFile | { readonly reason: string } {
  const { root, dir } = pack;
  const folder = FOLDERS.find((name) => pack.files.some((file) => file.startsWith(`${dir}/${name}/`)));
  const stem = [dir, ...(folder === undefined ? [] : [folder]), NAME].join("/");
  const others = { ...pack, files: pack.files.filter((file) => !file.startsWith(`${stem}.`)) };
  const tracer = new Tracer(modules, () => true);
  const specifierFor = specifiers(stem, others, modules);
  const pusher = findPusher(
    modulesMatching(others, modules, /pusher|terminateUserConnections/i),
    tracer,
    specifierFor,
  );
  if ("reason" in pusher) return pusher;
  const notes: string[] = [];
  const backEnd = chooseBackEnd(others, modules, tracer, specifierFor, wanted, notes);
  const extension = extensionOf(pusher.module, others);
  const file = stem + extension;
  const known = [".ts", ".js", ".mts", ".cts", ".mjs", ".cjs"].find(
    (one) => modules.graph.read(stem + one) !== null,
  );
  const there = known === undefined ? null : modules.get(stem + known);
  if (known !== undefined && !(there && FUNCTIONS.every((name) => exportsOf(there).named.has(name))))
    return { reason: `${stem.slice(root.length + 1)}${known} is there already, and is something else` };
  const isTypeScript = extension.endsWith("ts");
  const text =
    there?.text ??
    banFlowText(pusher.wired, backEnd, {
      isTypeScript,
      isCommonJs: !isTypeScript && extension !== ".mjs" && !isEsModule(pusher.module),
      ...formOf(pusher.module),
    });
  return {
    file: (there?.file ?? file).slice(root.length + 1),
    text,
    backEnd: backEnd.kind,
    notes: [...notes, ...notesOf(backEnd)],
    exists: there !== null,
  };
}

function specifiers(stem: string, pack: PackageFiles, modules: Modules): SpecifierFor {
  const forFile = (file: string) =>
    relativeSpecifier(stem, file, importsAround(file, pack, modules), pack.type);
  return Object.assign(forFile, {
    from(specifier: string, from: SourceModule) {
      if (!specifier.startsWith(".")) return specifier;
      const target = modules.graph.resolve(specifier, from.file);
      return target.kind === "file" ? forFile(target.file) : specifier;
    },
  });
}

/** The first of the wanted one and the others, in their order, that can be wired. */
function chooseBackEnd(
  pack: PackageFiles,
  modules: Modules,
  tracer: Tracer,
  specifierFor: SpecifierFor,
  wanted: BackEnd | undefined,
  notes: string[],
): WiredBackEnd {
  if (wanted === undefined || wanted === "outbox") {
    const database = findDatabase(pack, modules, tracer, specifierFor, notes);
    if (database) return { kind: "outbox", database };
    if (wanted) notes.push("no database client was found that a module could import: no outbox");
  }
  const hasBullmq = pack.dependencies["bullmq"] !== undefined;
  if (hasBullmq && wanted !== "in-process")
    return { kind: "bullmq", redis: findRedis(pack, modules, tracer, specifierFor, notes) };
  if (wanted === "bullmq") notes.push("bullmq is not among the dependencies");
  return { kind: "in-process" };
}

function notesOf(backEnd: WiredBackEnd): readonly string[] {
  if (backEnd.kind === "in-process")
    return [
      "blocks and queued retries are in memory: a restart loses them, and a second process does not see them",
    ];
  if (backEnd.kind === "bullmq")
    return ["let Redis persist (appendonly yes), or its restart loses blocks and retries"];
  if (backEnd.database.library === "prisma")
    return ["add the model BanFlow in the module's head to schema.prisma, and migrate"];
  return ["put BAN_FLOW_TABLE into a migration"];
}

/** TypeScript where the package is mostly that; the client's own extension where it says what kind of module it is. */
function extensionOf(pusher: SourceModule, { files, dir }: PackageFiles): string {
  const own = pusher.file.startsWith(`${dir}/`)
    ? /\.[cm]?[jt]sx?$/.exec(pusher.file)?.[0].replace("x", "")
    : undefined;
  if (own !== undefined && own !== ".js" && own !== ".ts") return own;
  const typed = files.filter((file) => /\.[cm]?tsx?$/.test(file)).length;
  const isTyped = own === ".js" ? false : typed * 2 > files.length || own === ".ts";
  return isTyped ? ".ts" : ".js";
}
