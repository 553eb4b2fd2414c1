import type { Evaluator } from "../../resolve/evaluator.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import type { Uses } from "../uses.ts";
import { guardOf, type Guard } from "./guards.ts";
import { filesWith } from "./projectPart.ts";
import { signCalls, type SignCall } from "./signCalls.ts";

/** A place that signs for clients of the service, and what is asked before it does. */
export interface Endpoint {
  readonly sign: SignCall;
  readonly guard: Guard;
  readonly module: SourceModule;
}

const known = new WeakMap<Evaluator, Map<SourceModule, readonly Endpoint[]>>();

/** The endpoints of a module. */
export function endpointsOf(tracer: Evaluator, uses: Uses, module: SourceModule): readonly Endpoint[] {
  let byModule = known.get(tracer);
  if (!byModule) known.set(tracer, (byModule = new Map<SourceModule, readonly Endpoint[]>()));
  let found = byModule.get(module);
  if (!found) {
    found = signCalls(tracer, module).map((sign) => ({
      sign,
      guard: guardOf(sign.call, module, tracer, uses),
      module,
    }));
    byModule.set(module, found);
  }
  return found;
}

/** The endpoints of the application that a module belongs to. */
export function endpointsAround(tracer: Evaluator, uses: Uses, module: SourceModule): readonly Endpoint[] {
  const files = filesWith(
    tracer.modules.graph,
    module.file,
    /\b(authorizeChannel|authenticateUser|authenticate)\b/,
  );
  return files.flatMap((file) => {
    const opened = file === module.file ? module : tracer.modules.get(file);
    return opened ? endpointsOf(tracer, uses, opened) : [];
  });
}
