/** The types of what `sadpath` reports, for programs that read its JSON or call its transforms. */
export type { Contract, ContractFunction, Rule, Safety, Severity } from "./model/contract.ts";
export type { Disposition, Ending, Finding, FixInfo, TraceStep } from "./model/finding.ts";
export type { FileChange, FileOutcome, RunResult } from "./model/result.ts";
