import type { Tracer } from "../../resolve/tracer.ts";
import { CREATED, type Value } from "../../resolve/value.ts";
import { isCall, isMember, memberName, type Node } from "../../syntax/node.ts";
import { walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { byUse, exportedValues } from "./exportedValues.ts";
import { importOfValue, importedClients, type SpecifierFor } from "./importOf.ts";
import { builtAnew } from "./builtAnew.ts";
import type { FoundPusher } from "./wiring.ts";

const TERMINATE = "terminateUserConnections";

/** The project's Pusher client, as a new module can get at it: imported, or built from the same environment variables. */
export function findPusher(
  modules: readonly SourceModule[],
  tracer: Tracer,
  specifierFor: SpecifierFor,
): FoundPusher {
  const ended = new Set(modules.flatMap((module) => terminatedClients(module, tracer)));
  const exported = modules.flatMap((module) => exportedValues(tracer, module, isClient));
  const fitting = exported.filter(({ value }) => ended.size === 0 || ended.has(placeOf(value)));
  const candidates = (fitting.length > 0 ? fitting : exported).toSorted(byUse);
  const [best] = candidates;
  if (best) {
    const others = candidates.filter(({ value }) => placeOf(value) !== placeOf(best.value));
    if (others.some(({ module }) => module !== best.module))
      return {
        reason: "the project has several Pusher clients, and which one ends connections is not clear",
      };
    return { wired: importOfValue(best, specifierFor), module: best.module };
  }
  for (const module of modules) {
    const [wired] = importedClients(module, tracer, isClient, specifierFor);
    if (wired) return { wired, module };
  }
  return builtAnew(modules, tracer, isClient, specifierFor);
}

function isClient(value: Value): boolean {
  return value.kind === "role" && value.contract === "pusher" && value.role === "instance";
}

/** Where a client is made. */
function placeOf(value: Value): string {
  const made = "trace" in value ? value.trace.find(({ note }) => note === CREATED) : undefined;
  return made ? `${made.file}:${made.line}` : "";
}

/** Where the clients were made that the module's terminates go through. */
function terminatedClients(module: SourceModule, tracer: Tracer): readonly string[] {
  if (!module.text.includes(TERMINATE)) return [];
  const places: string[] = [];
  walk(module.ast.program, (node) => {
    if (!isCall(node)) return;
    const callee = node.callee as Node;
    if (!isMember(callee) || memberName(callee) !== TERMINATE) return;
    for (const value of tracer.evaluate(callee.object, module))
      if (isClient(value) && placeOf(value) !== "") places.push(placeOf(value));
  });
  return places;
}
