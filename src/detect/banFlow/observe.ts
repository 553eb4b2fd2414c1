import { lineOf, parentOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Node } from "../../syntax/node.ts";
import { settled, type FateFinder } from "../fate.ts";
import type { Evaluator } from "../../resolve/evaluator.ts";
import type { Step } from "../../resolve/value.ts";
import type { Observation, Site } from "../site.ts";
import { Uses } from "../uses.ts";
import type { BanFlow, Lack, UnguardedEndpoint } from "./banFlow.ts";
import { endpointsAround, endpointsOf, type Endpoint } from "./endpoints.ts";
import { flowsOf, TERMINATE, type Flow } from "./flows.ts";
import { filesWith } from "./projectPart.ts";

/** Where users are thrown out of Pusher and not kept out: flows without a block before, auth endpoints that do not ask. */
export function banFlows(fates: FateFinder, module: SourceModule): readonly Site[] {
  const { tracer } = fates;
  const uses = usesOf(tracer);
  return [...flowSites(tracer, uses, module), ...endpointSites(tracer, uses, module)];
}

/** A site with what is known of the flow that it stands in. */
export function withBanFlow(site: Site, { tracer }: FateFinder): Site {
  if (site.name !== TERMINATE || site.contract !== "pusher" || site.via !== "direct") return site;
  const uses = usesOf(tracer);
  const flow = flowsOf(tracer, uses, site.module).find(({ terminate }) => terminate === site.call);
  return flow ? { ...site, banFlow: banFlowOf(flow, tracer, uses) } : site;
}

const known = new WeakMap<Evaluator, Uses>();
function usesOf(tracer: Evaluator): Uses {
  let uses = known.get(tracer);
  if (!uses) known.set(tracer, (uses = new Uses(tracer)));
  return uses;
}

function banFlowOf(flow: Flow, tracer: Evaluator, uses: Uses): BanFlow {
  const endpoints = endpointsAround(tracer, uses, flow.module);
  const isUnasked =
    flow.verdict === "blocked" &&
    flow.step?.kind === "state" &&
    endpoints.some((endpoint) => !asks(endpoint, [flow]));
  const lacks = isUnasked ? "unasked" : flow.verdict === "blocked" ? null : flow.verdict;
  return { flow, endpoints, lacks };
}

const LACKS: Readonly<Record<Lack, string>> = {
  late: "The user is terminated before they are kept out: a client that reconnects in between stays signed in.",
  together:
    "The user is terminated at the same time as they are kept out: a client that reconnects in between stays signed in.",
  never:
    "The user is terminated and nothing keeps them out: a client reconnects at once and stays signed in.",
  unasked:
    "The ban is written down before the user is terminated, but nobody asks for it where clients are signed in",
};
const FLOW_ADVICE =
  "first write what the auth endpoints ask for and wait for it, then terminate, and terminate once more after the longest auth answer; sadpath init --ban-flow writes the module for it";

function flowSites(tracer: Evaluator, uses: Uses, module: SourceModule): readonly Site[] {
  return flowsOf(tracer, uses, module).flatMap((flow): Site[] => {
    const banFlow = banFlowOf(flow, tracer, uses);
    const { lacks } = banFlow;
    if (lacks === null) return [];
    const observed: Observation = {
      severity: flow.isLasting && lacks !== "unasked" ? "error" : "warning",
      message: lacks === "unasked" ? `${LACKS.unasked}: ${unaskedIn(banFlow)}.` : LACKS[lacks],
      advice: FLOW_ADVICE,
      isCall: false,
    };
    return [
      {
        ...siteAt(flow.terminate, TERMINATE, "ban-without-auth-block", observed, flow.trace, module),
        banFlow,
      },
    ];
  });
}

/** Whether an endpoint asks for what the flows write: a mark of deletion keeps nobody out who is only banned. */
function asks({ guard }: Endpoint, flows: readonly Flow[]): boolean {
  return guard.asksForBan || (guard.asksForDeletion && flows.every(marksDeletion));
}

function marksDeletion({ step, module }: Flow): boolean {
  return (
    step?.kind === "removal" || (step !== undefined && /delet|archiv|remov/i.test(textOf(module, step.node)))
  );
}

function unaskedIn({ endpoints, flow }: BanFlow): string {
  const names = endpoints
    .filter((endpoint) => !asks(endpoint, [flow]))
    .map(({ sign, module }) => `${sign.name} in ${module.file.split("/").at(-1)}:${lineOf(sign.call)}`);
  return [...new Set(names)].join(", ");
}

function endpointSites(tracer: Evaluator, uses: Uses, module: SourceModule): readonly Site[] {
  const own = endpointsOf(tracer, uses, module);
  if (own.length === 0) return [];
  const flows = flowsAround(tracer, uses, module);
  if (flows.length === 0) return [];
  const isRemoval = flows.every((flow) => flow.step?.kind === "removal" && !flow.writesState);
  const all = endpointsAround(tracer, uses, module);
  return own
    .filter((endpoint) => !asks(endpoint, flows) && !(isRemoval && endpoint.guard.looksUp))
    .map((endpoint) => {
      const { sign } = endpoint;
      const other = all.find((one) => asks(one, flows) && one.sign.kind !== sign.kind);
      const also = other ? `; ${other.sign.name} asks, and both are needed` : "";
      const observed: Observation = {
        severity: flows.some((flow) => flow.isLasting || flow.writesState) ? "error" : "warning",
        message: `pusher.${sign.name} signs without asking whether the user is blocked: ${CONSEQUENCE[sign.kind]}${also}.`,
        advice: `answer 403 to a blocked user before ${sign.name} is called; the channel endpoint and the user endpoint both have to; sadpath init --ban-flow writes an isBlocked to ask`,
        isCall: false,
        detail: { endpoint, all } satisfies UnguardedEndpoint,
      };
      return siteAt(sign.call, sign.name, "auth-endpoint-unguarded", observed, sign.trace, module);
    });
}

const CONSEQUENCE: Readonly<Record<Endpoint["sign"]["kind"], string>> = {
  user: "who was thrown out signs in again at once",
  channel: "who was thrown out subscribes again at once",
};

const flowsByFile = new WeakMap<Evaluator, Map<string, readonly Flow[]>>();

/** The flows of the application that a module belongs to. */
function flowsAround(tracer: Evaluator, uses: Uses, module: SourceModule): readonly Flow[] {
  let byFile = flowsByFile.get(tracer);
  if (!byFile) flowsByFile.set(tracer, (byFile = new Map<string, readonly Flow[]>()));
  return filesWith(tracer.modules.graph, module.file, /\bterminateUserConnections\b/).flatMap((file) => {
    let flows = byFile.get(file);
    if (!flows) {
      const opened = file === module.file ? module : tracer.modules.get(file);
      byFile.set(file, (flows = opened ? flowsOf(tracer, uses, opened) : []));
    }
    return flows;
  });
}

function siteAt(
  call: Node,
  name: string,
  rule: string,
  observed: Observation,
  trace: readonly Step[],
  module: SourceModule,
): Site {
  const isAwaited = parentOf(module, call)?.type === "AwaitExpression";
  return {
    call,
    contract: "pusher",
    name,
    via: "direct",
    fate: settled("contained", "handled", isAwaited ? "awaited" : "passed", call, module),
    value: { kind: "sdk-call", contract: "pusher", name, opaque: false, trace },
    module,
    rule,
    observed,
  };
}
