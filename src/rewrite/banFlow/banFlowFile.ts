import type { ModuleGraph } from "../../resolve/moduleGraph.ts";
import type { Modules } from "../../resolve/modules.ts";
import { exportsOf } from "../../resolve/exports.ts";
import { Tracer } from "../../resolve/tracer.ts";
import { keyName } from "../../syntax/node.ts";
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
  const there = existingModule(pack, modules);
  if (there) return there;
  // What overlays say of some files changes nothing: every module of the package is to get the same text.
  let known = answers.get(modules.graph);
  if (!known) answers.set(modules.graph, (known = new Map()));
  const key = `${pack.dir}\0${wanted ?? ""}`;
  let answer = known.get(key);
  if (!answer) known.set(key, (answer = writeFor(pack, modules, wanted)));
  const isThere = "file" in answer && modules.get(`${pack.root}/${answer.file}`) !== null;
  return isThere ? { ...answer, exists: true } : answer;
}

const answers = new WeakMap<ModuleGraph, Map<string, BanFlowFile | { readonly reason: string }>>();

function writeFor(
  pack: PackageFiles,
  modules: Modules,
  wanted: BackEnd | undefined,
): BanFlowFile | { readonly reason: string } {
  const tracer = new Tracer(modules, () => true);
  const clients = modulesMatching(pack, modules, /pusher|terminateUserConnections/i);
  // Where the client stands says where the module goes, and that by which specifiers it imports.
  const first = findPusher(clients, tracer, specifiers(pack.dir, pack, modules));
  if ("reason" in first) return first;
  const extension = extensionOf(first.module, pack);
  const file = [pack.dir, folderFor(first.module, pack), NAME + extension].filter(Boolean).join("/");
  const name = file.slice(pack.root.length + 1);
  if (modules.graph.read(file) !== null) return { reason: `${name} is there already, and is something else` };
  const specifierFor = specifiers(file.slice(0, -extension.length), pack, modules);
  const pusher = findPusher(clients, tracer, specifierFor);
  if ("reason" in pusher) return pusher;
  const notes: string[] = [];
  const backEnd = chooseBackEnd(pack, modules, tracer, specifierFor, wanted, notes);
  const isTypeScript = extension.endsWith("ts");
  const text = banFlowText(pusher.wired, backEnd, {
    isTypeScript,
    isCommonJs: !isTypeScript && extension !== ".mjs" && !isEsModule(pusher.module),
    ...formOf(pusher.module),
  });
  return { file: name, text, backEnd: backEnd.kind, notes: [...notes, ...notesOf(backEnd)], exists: false };
}

/** A ban-flow module that the package has, wherever it was put. */
function existingModule(pack: PackageFiles, modules: Modules): BanFlowFile | null {
  for (const file of pack.files) {
    const module = /\/ban-flow\.[cm]?[jt]s$/.test(file) ? modules.get(file) : null;
    const table = module && exportsOf(module).named;
    const values = table?.get("=")?.[0];
    const names =
      values?.kind === "node" && values.node.type === "ObjectExpression"
        ? values.node.properties.map((one) => (one.type === "SpreadElement" ? null : keyName(one)))
        : [...(table?.keys() ?? [])];
    if (!module || !FUNCTIONS.every((name) => names.includes(name))) continue;
    const { text } = module;
    const isOutbox = /\bban_flow\b/.test(text);
    const backEnd = isOutbox ? "outbox" : /["']bullmq["']/.test(text) ? "bullmq" : "in-process";
    return { file: file.slice(pack.root.length + 1), text, backEnd, notes: [], exists: true };
  }
  return null;
}

/** The folder of the package, relative to it, in which such modules are kept on the client's side of it. */
function folderFor(pusher: SourceModule, { dir, files }: PackageFiles): string {
  const own = pusher.file.startsWith(`${dir}/`)
    ? pusher.file
        .slice(dir.length + 1)
        .split("/")
        .slice(0, -1)
    : [];
  const top = own[0];
  // What stands in such a folder is a route by its name.
  const isRouted = own.some((part) => /^(?:pages|routes|api|functions)$/.test(part));
  const found = FOLDERS.filter((name) => files.some((file) => file.startsWith(`${dir}/${name}/`))).find(
    (name) =>
      top === undefined || (isRouted && top !== "src") ? !name.startsWith("src") : name.split("/")[0] === top,
  );
  return found ?? (isRouted ? (top === "src" ? "src/lib" : "lib") : own.join("/"));
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
  const { library, dialect } = backEnd.database;
  if (library !== "prisma") return ["put BAN_FLOW_TABLE into a migration"];
  return [
    "add the model BanFlow in the module's head to schema.prisma, and migrate",
    ...(dialect === "mysql"
      ? ["give its user_id a binary collation (utf8mb4_bin), or ids that differ in case only are one"]
      : []),
  ];
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
