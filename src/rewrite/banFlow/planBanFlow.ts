import type { UnguardedEndpoint } from "../../detect/banFlow/banFlow.ts";
import type { Site } from "../../detect/site.ts";
import type { Edit } from "../../model/edit.ts";
import type { Modules } from "../../resolve/modules.ts";
import { isCall, isMember, unwrap, type Node } from "../../syntax/node.ts";
import { functionsAround } from "../../detect/banFlow/codeBefore.ts";
import { calledName } from "../../detect/banFlow/routes.ts";
import { rootOf } from "../../detect/banFlow/reachedNodes.ts";
import { functionAround, parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Planner } from "../planner.ts";
import { detailOf } from "../realtime/planning.ts";
import type { RewriteOptions, SitePlan } from "../sitePlan.ts";
import { listOf } from "../surroundings.ts";
import { banFunctionsFor, type BanFunctions } from "./banFunctions.ts";
import type { BanFunctionName } from "../../model/banFlow.ts";
import { leftUnused } from "./leftUnused.ts";
import { planEndpoint, type EndpointRewrite } from "./planEndpoint.ts";
import { planFlow, type FlowRewrite } from "./planFlow.ts";
import { letInAgain, type LetIn } from "./unbans.ts";
import { droppedImport, type DroppedImport } from "./unusedImport.ts";

/** Plans what keeps banned users out: flows block before they terminate, and endpoints ask before they sign. */
export const planBanFlow: Planner = (sites, module, modules, options) => {
  const all = sites.filter((site) => site.banFlow);
  // Where only safe rewrites are wanted, a failure that nobody handles is logged: that much is safe.
  const plain = options.safety === "safe" ? all.filter((site) => !site.observed) : [];
  const isPlain = (site: Site) => plain.some(({ call }) => call === site.call);
  const flows = all.filter((site) => !isPlain(site));
  const waiting = all.filter((site) => site.observed && isPlain(site));
  const endpoints = sites.filter((site) => site.observed?.detail !== undefined);
  const later = waiting.map((site) => leftAlone(site, LATER));
  if (flows.length === 0 && endpoints.length === 0) return later;
  const functions = banFunctionsFor(module, modules, options.banFlow ?? {});
  if ("reason" in functions)
    return [
      ...later,
      ...[...flows, ...endpoints]
        .filter((site) => site.observed)
        .map((site) =>
          leftAlone(
            site,
            `${functions.reason}; write block, isBlocked and terminate, and name them in the config (banFlow)`,
          ),
        ),
    ];
  const drafts = [
    ...flowDrafts(flows, module, modules, functions, options),
    ...endpointDrafts(endpoints, modules, functions, options),
  ];
  const imports = functions.importsOf([...new Set(drafts.flatMap((draft) => draft.uses ?? []))].toSorted());
  const { newFiles } = functions;
  const plans = drafts.map(({ uses, drops, sites: mended, plan }): SitePlan => {
    if (!uses) return { sites: mended, plan };
    const shared = [...importEdits(imports, drops ?? null), ...(plan.shared ?? [])];
    return { sites: mended, plan: { ...plan, shared, ...(newFiles.length > 0 ? { newFiles } : {}) } };
  });
  return [...later, ...plans];
};

const LATER =
  "with --safety review the user is blocked first, and a terminate that fails is tried again later";

/** A plan whose imports are still to come. */
interface Draft extends SitePlan {
  /** The functions that its edits call; where there are none, a person is asked. */
  readonly uses?: readonly BanFunctionName[];
  /** The import that nothing uses afterwards. */
  readonly drops?: DroppedImport | null;
}

type Rewritten = Extract<FlowRewrite, { readonly edits: unknown }>;

function flowDrafts(
  flows: readonly Site[],
  module: SourceModule,
  modules: Modules,
  functions: BanFunctions,
  options: RewriteOptions,
): readonly Draft[] {
  const written: { readonly sites: readonly Site[]; readonly rewrite: Rewritten }[] = [];
  const left: Draft[] = [];
  for (const call of new Set(flows.map((site) => site.call))) {
    const own = flows.filter((site) => site.call === call);
    const unhandled = own.find((site) => !site.observed);
    const observed = own.find((site) => site.observed);
    const rewrite = planFlow(own[0] as Site, unhandled, functions, options);
    if ("edits" in rewrite) {
      written.push({ sites: own, rewrite });
    } else if (observed) {
      left.push(leftAlone(observed, rewrite.reason));
    }
  }
  const replaced = written
    .filter(({ rewrite }) => !rewrite.keepsCall)
    .map(({ sites }) => sites[0]?.call)
    .filter((call) => call !== undefined);
  const drops = dropImport(replaced, module);
  const unused = leftUnused(replaced, module);
  const blocking = written.filter(({ rewrite }) => rewrite.blocks);
  const converts = blocking.some(({ sites: [site] }) => site && isConverted(site.call, module));
  const letIn =
    blocking.length > 0 ? letInAgain(functions.nameOf("unblock"), converts, module, modules) : NOBODY;
  // An import goes only with all that used it: then they are one change.
  const groups = drops ? [written].filter((group) => group.length > 0) : written.map((one) => [one]);
  return [...groups.map((group) => flowDraft(group, letIn, drops, unused, functions)), ...left];
}

function isInTransaction({ call, module }: Site): boolean {
  return functionsAround(call, module).some((fn) => {
    const parent = parentOf(module, fn);
    return parent !== undefined && /transaction|withTx/i.test(calledName(parent) ?? "");
  });
}

/** `String(id)`, `id.toString()`: the project's own ids are no strings. */
function isConverted(call: Node, module: SourceModule): boolean {
  const [id] = isCall(call) ? call.arguments : [];
  return id !== undefined && /^String\(|^`|\.toString\(\)$/.test(textOf(module, id));
}

const NOBODY: LetIn = { edits: [], left: [] };

function flowDraft(
  group: readonly { readonly sites: readonly Site[]; readonly rewrite: Rewritten }[],
  letIn: LetIn,
  drops: DroppedImport | null,
  unused: readonly string[],
  functions: BanFunctions,
): Draft {
  const rewrites = group.map(({ rewrite }) => rewrite);
  const blocking = rewrites.find((rewrite) => rewrite.blocks);
  const [first] = rewrites as [Rewritten, ...Rewritten[]];
  const shifted = rewrites.length === 1 ? first.shifted : undefined;
  const isSeen = group.some(({ sites }) => sites.some((site) => (site.banFlow?.endpoints.length ?? 0) > 0));
  const terminates = rewrites.some((rewrite) => !rewrite.keepsCall);
  const notes = [
    blocking ? KEPT_OUT : "a terminate that fails is tried again later",
    ...(blocking && !isSeen
      ? ["no auth endpoint is seen in this project: ask isBlocked where clients are signed in"]
      : []),
    ...(blocking && letIn.left.length > 0
      ? [`call unblock where users are let in again: ${letIn.left.join(", ")}`]
      : []),
    ...(blocking && group.some(({ sites: [site] }) => site && isInTransaction(site))
      ? ["the block stays where the transaction around it is rolled back"]
      : []),
    ...(unused.length > 0 ? [`nothing uses ${unused.join(" and ")} here any more`] : []),
    ...functions.notes,
  ];
  return {
    sites: group.flatMap(({ sites }) => sites),
    uses: [
      ...(blocking ? (["block"] as const) : []),
      ...(terminates ? (["terminate"] as const) : []),
      ...(blocking && letIn.edits.length > 0 ? (["unblock"] as const) : []),
    ],
    drops,
    plan: {
      edits: rewrites.flatMap(({ edits }) => edits),
      shared: blocking ? letIn.edits : [],
      ...(shifted ? { shifted } : {}),
      replaced: [...rewrites.flatMap(({ replaced }) => replaced), ...(drops ? [drops.statement] : [])].map(
        spanOf,
      ),
      safety: "review",
      title: (blocking ?? first).title,
      reason: notes.join("; "),
    },
  };
}

/** The new imports, and the old one that goes; where the new ones stand behind it, they come in its place. */
function importEdits(imports: readonly Edit[], dropped: DroppedImport | null): readonly Edit[] {
  if (!dropped) return imports;
  const { edit, statement } = dropped;
  const behind = imports.filter(({ start }) => edit.start <= start && start < edit.end);
  if (behind.length === 0 || edit.text !== "") return [...imports, edit];
  const text = behind
    .map((one) => one.text)
    .join("")
    .trimStart();
  return [
    ...imports.filter((one) => !behind.includes(one)),
    { start: statement.start ?? 0, end: statement.end ?? 0, text },
  ];
}

const KEPT_OUT = "users who are blocked stay out until unblock is called";

function endpointDrafts(
  sites: readonly Site[],
  modules: Modules,
  functions: BanFunctions,
  options: RewriteOptions,
): readonly Draft[] {
  type Guard = Exclude<EndpointRewrite, { readonly reason: string }>;
  const guards: { readonly sites: Site[]; readonly rewrite: Guard }[] = [];
  const left: Draft[] = [];
  for (const site of sites) {
    const { endpoint, all } = detailOf<UnguardedEndpoint>(site);
    const rewrite = planEndpoint(endpoint, all, modules, functions, options);
    if ("reason" in rewrite) {
      left.push(leftAlone(site, rewrite.reason));
      continue;
    }
    // One question is enough for all that is signed behind it.
    const list = listOf(rewrite.before, site.module);
    const known = guards.find(
      (guard) =>
        list !== null &&
        guard.rewrite.question === rewrite.question &&
        listOf(guard.rewrite.before, site.module) === list,
    );
    if (known) known.sites.push(site);
    else guards.push({ sites: [site], rewrite });
  }
  // What is written around a handler is written once for all that it signs.
  const handlers = new Map<Node | null, typeof guards>();
  for (const guard of guards) {
    const handler = functionAround((guard.sites[0] as Site).module, guard.rewrite.before);
    handlers.set(handler, [...(handlers.get(handler) ?? []), guard]);
  }
  const guarded = [...handlers.values()].map((group): Draft => {
    const shifted = group.find(({ rewrite }) => rewrite.shifted)?.rewrite.shifted;
    return {
      sites: group.flatMap((guard) => guard.sites),
      uses: ["isBlocked"],
      plan: {
        edits: once(group.flatMap(({ rewrite }) => rewrite.edits)),
        shared: once(group.flatMap(({ rewrite }) => rewrite.shared)),
        ...(shifted ? { shifted } : {}),
        safety: "review",
        title: "refuse blocked users",
        reason: [KEPT_OUT, ...functions.notes].join("; "),
      },
    };
  });
  return [...guarded, ...left];
}

function once(edits: readonly Edit[]): readonly Edit[] {
  const byText = new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.text}`, edit]));
  return [...byText.values()];
}

function spanOf({ start, end }: Node): { readonly start: number; readonly end: number } {
  return { start: start ?? 0, end: end ?? 0 };
}

function leftAlone(site: Site, reason: string): SitePlan {
  return { sites: [site], plan: { edits: [], safety: "manual", title: "needs a person", reason } };
}

/** The import of the client, where the rewritten calls were all that used it. */
function dropImport(calls: readonly Node[], module: SourceModule): DroppedImport | null {
  const [first] = calls;
  const callee = first && isCall(first) ? unwrap(first.callee as Node) : null;
  const root = callee && isMember(callee) ? rootOf(callee) : null;
  return root ? droppedImport(calls, root, module) : null;
}
