import { allRules } from "../contracts/index.ts";
import { isFinding, likeness, spanOf, toFinding, reportedNode, ruleOf } from "../detect/describe.ts";
import type { Site } from "../detect/site.ts";
import { Detector } from "../detect/sites.ts";
import { suppressSites } from "../detect/suppressSites.ts";
import { UNUSED_SUPPRESSION, type UnusedSuppression } from "../detect/suppressions.ts";
import type { EditPlan } from "../model/edit.ts";
import type { Finding, FixInfo } from "../model/finding.ts";
import type { FileOutcome } from "../model/result.ts";
import type { Modules } from "../resolve/modules.ts";
import { combineEdits, planRewrites, type SitePlan } from "../rewrite/plan.ts";
import { lineOf, type SourceModule } from "../syntax/sourceModule.ts";
import { verifyEdits } from "../verify/gates.ts";
import type { RunOptions } from "./options.ts";

/** What the stages of one file share. */
export interface FileContext {
  readonly detector: Detector;
  readonly modules: Modules;
  readonly options: RunOptions;
  /** Whether a file could hold a value of a contract at all. */
  readonly canReach: (file: string) => boolean;
  readonly relative: (file: string) => string;
  /** The contracts that the project has anything of. */
  readonly contracts: ReadonlySet<string>;
  /** Whether a file's project declares a version of a contract's package that the contract does not speak of. */
  readonly isOutside: (file: string, contract: string) => boolean;
}

/** One file's findings and the plans that passed the gates; `problems` are the rewrites that did not. */
export interface Analysis {
  readonly callSites: number;
  readonly findings: readonly Finding[];
  readonly plans: readonly EditPlan[];
  readonly problems: readonly string[];
}

/** Takes one parsed file through detection, planning and the gates. */
export function analyzeFile(module: SourceModule, context: FileContext): Analysis {
  const { options, relative } = context;
  const all = context.detector.sites(module);
  const sites = all.filter((site) => wants(options, site) && !context.isOutside(module.file, site.contract));
  const identities = identify(sites, relative);
  const unsafe = sites.filter((site) => isFinding(site) && isSelected(options, site, relative));
  const { suppressed, unused } = suppressSites(unsafe, module, activeRules(options));
  const fixable = unsafe.filter((site, index) => !suppressed[index] && site.fate.ending !== "caller");
  const planned = planRewrites(fixable, module, context.modules, options);
  const { good, dropped } = verifyPlans(
    planned,
    unsafe.filter((site) => site.fate.ending !== "caller"),
    module,
    context,
  );
  const plans = good.map(({ sites: mended, plan }): EditPlan => ({
    ...plan,
    fingerprints: mended.map((site) => identities.get(site) ?? ""),
  }));
  const findings = unsafe.map((site, index) => {
    const fix = fixOf(site, planned, dropped);
    const finding = toFinding(site, fix, occurrenceOf(site, sites), relative);
    return { ...finding, suppressed: suppressed[index] ?? false };
  });
  return {
    callSites: sites.filter(isCallSite).length,
    findings: [...findings, ...unused.map((one) => unusedFinding(one, relative(module.file)))],
    plans,
    problems: [...dropped].map(
      ([plan, reason]) =>
        `line ${lineOf(plan.sites[0]?.call ?? module.ast.program)}: ${plan.plan.title} was dropped: ${reason}`,
    ),
  };
}

/** Calls are counted once, whatever else is said of them. */
function isCallSite({ via, lack, observed }: Site): boolean {
  return via !== "opaque" && !lack && (observed?.isCall ?? true);
}

function wants(options: RunOptions, site: Site): boolean {
  if (options.packages && !options.packages.includes(site.contract)) return false;
  return !options.rules || options.rules.includes(ruleOf(site));
}

function isSelected(options: RunOptions, site: Site, relative: (file: string) => string): boolean {
  if (!options.selects) return true;
  const { line, endLine } = spanOf(reportedNode(site));
  return options.selects(relative(site.module.file), line, endLine);
}

function occurrenceOf(site: Site, sites: readonly Site[]): number {
  const own = likeness(site);
  return sites.filter((other) => likeness(other) === own).indexOf(site);
}

const NO_FIX: FixInfo = { transform: "", safety: "manual", applied: false, title: "" };

function identify(sites: readonly Site[], relative: (file: string) => string): ReadonlyMap<Site, string> {
  return new Map(
    sites.map((site) => [site, toFinding(site, NO_FIX, occurrenceOf(site, sites), relative).fingerprint]),
  );
}

/** Rule ids that this run looks for; where it looks at some lines only, it cannot tell an unused suppression. */
function activeRules(options: RunOptions): readonly string[] {
  if (options.selects) return [];
  return allRules()
    .map((rule) => rule.id)
    .filter(
      (id) =>
        (options.rules?.includes(id) ?? true) && (options.packages?.includes(id.split("/")[0] ?? "") ?? true),
    );
}

function unusedFinding({ suppression, message }: UnusedSuppression, file: string): Finding {
  return {
    rule: UNUSED_SUPPRESSION,
    contract: "sadpath",
    function: "",
    severity: "info",
    file,
    span: {
      start: suppression.start,
      end: suppression.end,
      line: suppression.line,
      column: 1,
      endLine: suppression.endLine,
      endColumn: 1,
    },
    disposition: "floating",
    ending: "contained",
    trace: [],
    message,
    fingerprint: `unused-suppression:${file}:${suppression.rules.join()}:${suppression.kind}`,
    fix: { ...NO_FIX, title: "remove the comment" },
    suppressed: false,
  };
}

interface Verdicts {
  readonly good: readonly SitePlan[];
  /** Plans that failed a gate, and why. */
  readonly dropped: ReadonlyMap<SitePlan, string>;
}

/** All plans together where they pass; else those that pass one after the other. */
function verifyPlans(
  planned: readonly SitePlan[],
  unsafe: readonly Site[],
  module: SourceModule,
  context: FileContext,
): Verdicts {
  const real = planned.filter(({ plan }) => plan.edits.length > 0);
  const dropped = new Map<SitePlan, string>();
  if (real.length === 0) return { good: [], dropped };
  if (failureOf(real, unsafe, module, context) === null) return { good: real, dropped };
  const good: SitePlan[] = [];
  for (const plan of real) {
    const failure = failureOf([...good, plan], unsafe, module, context);
    if (failure === null) good.push(plan);
    else dropped.set(plan, failure);
  }
  return { good, dropped };
}

/** Gates 1 to 4 for some plans together; null where they pass. */
function failureOf(
  plans: readonly SitePlan[],
  unsafe: readonly Site[],
  module: SourceModule,
  context: FileContext,
): string | null {
  const { logger } = context.options;
  const allowed = logger === undefined ? [] : [/^[\w$]+/.exec(logger)?.[0] ?? ""];
  const verified = verifyEdits(
    module,
    combineEdits(plans.map(({ plan }) => plan)),
    allowed,
    plans.flatMap(({ plan }) => plan.replaced ?? []),
  );
  if ("failure" in verified) return verified.failure;
  return secondRun(plans, unsafe, verified.module, context);
}

/** Gate 3: on the new text the mended findings are gone, and what was inserted gives no new one. */
function secondRun(
  plans: readonly SitePlan[],
  unsafe: readonly Site[],
  after: SourceModule,
  context: FileContext,
): string | null {
  const modules = context.modules.withOverlays([after]);
  const found = new Detector(modules, context.canReach, undefined, context.contracts)
    .sites(after)
    .filter((site) => wants(context.options, site) && isFinding(site) && site.fate.ending !== "caller");
  const again = countOf(found);
  const before = countOf(unsafe);
  const plannedSites = plans.flatMap(({ sites }) => sites);
  for (const [key, count] of countOf(plannedSites)) {
    if ((again.get(key) ?? 0) > (before.get(key) ?? 0) - count) return "a second run still finds it";
  }
  // With `--since` and `--staged` only some of the file's findings are known here: others are no news.
  const isNew =
    [...again.keys()].some((key) => !before.has(key)) && found.length > unsafe.length - plannedSites.length;
  return isNew && context.options.selects === undefined ? "a second run finds something new" : null;
}

function countOf(sites: readonly Site[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const site of sites) counts.set(likeness(site), (counts.get(likeness(site)) ?? 0) + 1);
  return counts;
}

function fixOf(site: Site, planned: readonly SitePlan[], dropped: ReadonlyMap<SitePlan, string>): FixInfo {
  const own = planned.find(({ sites }) => sites.includes(site));
  if (!own)
    return {
      transform: site.contract,
      safety: "manual",
      applied: false,
      title: "nothing to do",
      reason: site.fate.ending === "caller" ? "its caller handles the failure" : "suppressed",
    };
  const { safety, title, reason } = own.plan;
  const failure = dropped.get(own);
  if (failure !== undefined)
    return {
      transform: site.contract,
      safety: "manual",
      applied: false,
      title,
      reason: `the rewrite did not pass verification: ${failure}`,
    };
  return {
    transform: site.contract,
    safety,
    applied: false,
    title,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Turns an analysis into an outcome without changes; composing those is the next stage. */
export function outcomeOf(file: string, analysis: Analysis): FileOutcome {
  const { callSites, findings, plans, problems } = analysis;
  const base = { file, callSites, findings, plans };
  return problems.length === 0
    ? { ...base, status: "ok" }
    : { ...base, status: "failed", stage: "verify", reason: problems.join("; ") };
}
