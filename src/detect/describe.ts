import { createHash } from "node:crypto";
import { findFunction, findRule } from "../contracts/index.ts";
import type { Severity } from "../model/contract.ts";
import type { Ending, Finding, FixInfo, Span, TraceStep } from "../model/finding.ts";
import type { Step } from "../resolve/value.ts";
import { isFunction, keyName, type Node } from "../syntax/node.ts";
import { parentOf, placeOf, textOf, type SourceModule } from "../syntax/sourceModule.ts";
import { messageOf } from "./message.ts";
import type { Site } from "./site.ts";

const SEVERITY: Readonly<Record<Ending, Severity>> = {
  nowhere: "error",
  express: "error",
  outside: "error",
  framework: "warning",
  "silent-drop": "warning",
  caller: "info",
  contained: "info",
};
const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/** Whether a site is a finding at all: a handler at the call itself makes it a call site only. */
export function isFinding(site: Site): boolean {
  return site.observed !== undefined || site.fate.ending !== "contained" || site.lack !== undefined;
}

/** The rule that a site breaks, `<contract>/<postcondition id>`. */
export function ruleOf(site: Site): string {
  const fn = findFunction(site.contract, site.name);
  const own = site.fate.here === "leaves" ? (fn?.awaitedRule ?? fn?.rule) : fn?.rule;
  return `${site.contract}/${site.rule ?? own ?? "unknown"}`;
}

/** How grave a site is: where its failure ends, but never above what the contract says. */
function severityOf(site: Site): Severity {
  const ceiling = findRule(ruleOf(site))?.severity ?? "error";
  if (site.observed) return site.observed.severity;
  if (site.lack) return ceiling;
  const byEnding = site.fate.isPartial === true ? "warning" : SEVERITY[site.fate.ending];
  return RANK[byEnding] > RANK[ceiling] ? ceiling : byEnding;
}

/** The call that the report points at: the outer one, where a helper carries the failure on. */
export function reportedNode(site: Site): Node {
  const { carrier, isPassed, module } = site.fate;
  return carrier && isPassed && module === site.module ? carrier : site.call;
}

/** Turns a site into a finding; file names become relative through `relative`. */
export function toFinding(
  site: Site,
  fix: FixInfo,
  occurrence: number,
  relative: (file: string) => string,
): Finding {
  const node = reportedNode(site);
  return {
    rule: ruleOf(site),
    contract: site.contract,
    function: site.name,
    severity: severityOf(site),
    file: relative(site.module.file),
    span: spanOf(node),
    disposition: site.fate.disposition,
    ending: site.fate.ending,
    message: messageOf(site),
    trace: [...site.value.trace, ...site.fate.steps].map((step) => traceStep(step, relative)),
    fingerprint: fingerprintOf(site, occurrence, relative),
    fix,
    suppressed: false,
  };
}

function traceStep(step: Step, relative: (file: string) => string): TraceStep {
  return { file: relative(step.file), line: step.line, note: step.note };
}

/** 1-based lines and columns of a node. */
export function spanOf(node: Node): Span {
  const { loc } = node;
  return {
    start: node.start ?? 0,
    end: node.end ?? 0,
    line: loc?.start.line ?? 1,
    column: (loc?.start.column ?? 0) + 1,
    endLine: loc?.end.line ?? 1,
    endColumn: (loc?.end.column ?? 0) + 1,
  };
}

/** Stable under edits elsewhere in the file: the rule, the file, the function around, the call's text, and which of its like it is. */
function fingerprintOf(site: Site, occurrence: number, relative: (file: string) => string): string {
  const parts = [
    ruleOf(site),
    relative(site.module.file),
    scopeName(site.call, site.module),
    normalized(textOf(site.module, site.call)),
    String(occurrence),
  ];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 20);
}

/** What makes sites alike for the count of occurrences. */
export function likeness(site: Site): string {
  return [ruleOf(site), scopeName(site.call, site.module), normalized(textOf(site.module, site.call))].join(
    "\0",
  );
}

function normalized(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** The names of the functions and classes around a node, outermost first. */
function scopeName(node: Node, module: SourceModule): string {
  const names: string[] = [];
  for (let at = parentOf(module, node); at; at = parentOf(module, at)) {
    const name = isFunction(at) || at.type === "ClassDeclaration" ? nameOf(at, module) : null;
    if (name !== null) names.unshift(name);
  }
  return names.join(".");
}

function nameOf(node: Node, module: SourceModule): string | null {
  if ("id" in node && node.id && "name" in node.id && typeof node.id.name === "string") return node.id.name;
  if ("key" in node && node.key) return keyName(node as { key: Node });
  const parent = placeOf(module, node)?.parent;
  return parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : null;
}
