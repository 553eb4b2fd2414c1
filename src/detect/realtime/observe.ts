import type { Severity } from "../../model/contract.ts";
import { findRule } from "../../contracts/index.ts";
import type { Step } from "../../resolve/value.ts";
import type { Node } from "../../syntax/node.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import { settled } from "../fate.ts";
import type { Site } from "../site.ts";

/** What an observer of a realtime service says of a node. */
export interface Remark {
  readonly contract: string;
  /** The rule without the contract's name. */
  readonly rule: string;
  /** The function that the report names. */
  readonly name: string;
  /** The node that shows it. */
  readonly node: Node;
  readonly module: SourceModule;
  readonly message: string;
  /** Why there is no rewrite, where the planner makes none. */
  readonly advice: string;
  readonly trace?: readonly Step[];
  readonly detail?: unknown;
  readonly isCall?: boolean;
}

/** The site of a remark; its severity is its rule's. */
export function siteOf(remark: Remark): Site {
  const { contract, rule, name, node, module, message, advice, detail } = remark;
  const severity: Severity = findRule(`${contract}/${rule}`)?.severity ?? "warning";
  return {
    call: node,
    contract,
    name,
    via: "direct",
    fate: settled("nowhere", "lost", "listener", node, module),
    value: { kind: "sdk-call", contract, name, opaque: false, trace: remark.trace ?? [] },
    module,
    rule,
    observed: { severity, message, advice, isCall: remark.isCall ?? false, detail },
  };
}
