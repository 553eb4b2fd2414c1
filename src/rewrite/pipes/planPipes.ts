import type { Site } from "../../detect/site.ts";
import { encloses, type Node } from "../../syntax/node.ts";
import type { SourceModule } from "../../syntax/sourceModule.ts";
import { loggerAt } from "../logger.ts";
import type { Handler } from "../insertion.ts";
import { nextParameter } from "../nextParameter.ts";
import type { RewriteOptions, SitePlan } from "../sitePlan.ts";
import { styleOf } from "../style.ts";
import { insertPipe } from "./insertPipe.ts";
import type { PipeForm } from "./pipeForm.ts";
import { logLine } from "./pipeLines.ts";
import { freeName, namesIn } from "./pipeNames.ts";
import { readPipe } from "./readPipe.ts";
import { sharedPipes } from "./sharedPipe.ts";

const REASON = "an error page no longer passes for content, and a broken transfer is cut off";

/** Plans the rewrites of the pipes among some call sites; a plan mends the request too, where that is a site of its own. */
export function planPipes(
  sites: readonly Site[],
  module: SourceModule,
  options: RewriteOptions,
): readonly SitePlan[] {
  const pipes = sites.filter((site) => site.fate.pipe && !site.lack);
  const read = pipes.map((site) => ({ site, form: readPipe(site) }));
  const forms = read.flatMap(({ form }) => ("refusal" in form ? [] : [form]));
  const [first] = pipes;
  const shared = first ? sharedPipes(forms, loggerAt(first.call, module, options.logger), module) : new Map();
  return read.map(({ site, form }): SitePlan => {
    if ("refusal" in form)
      return {
        sites: [site],
        plan: { edits: [], safety: "manual", title: "needs a person", reason: form.refusal },
      };
    const requests = sites.filter(
      (other) => other !== site && !other.fate.pipe && isWithin(form, site, other.call),
    );
    const [request] = requests;
    const logger = loggerAt(site.call, module, options.logger);
    const handler = handlerFor(site, form, logger, options, module);
    const helper = shared.get(form) ?? null;
    const { shifted: _, ...insertion } = insertPipe(
      form,
      {
        logger,
        handler: handler?.handler ?? null,
        logs: request?.fate.here === "lost" && !request.fate.callback,
        shared: helper,
      },
      module,
    );
    return {
      sites: [site, ...requests],
      plan: {
        ...insertion,
        edits: [...(handler?.edits ?? []), ...insertion.edits],
        ...(helper ? { shared: [helper.edit] } : {}),
        safety: "review",
        title: "listen to the request, its response and the destination",
        reason: REASON,
      },
    };
  });
}

/** Whether a call stands in what the rewrite of a pipe replaces: the request whose response is piped. */
function isWithin(form: PipeForm, site: Site, call: Node): boolean {
  return (
    encloses(form.replaced, call) ||
    (form.dropped !== null && encloses(form.dropped, call)) ||
    (site.request !== undefined && encloses(site.request, call))
  );
}

/** The handler around an awaited transfer whose failure nobody would see: lost with its function, or in an Express 4 handler. */
function handlerFor(
  site: Site,
  form: PipeForm,
  logger: ReturnType<typeof loggerAt>,
  options: RewriteOptions,
  module: SourceModule,
): {
  readonly handler: Handler;
  readonly edits: readonly { start: number; end: number; text: string }[];
} | null {
  const { boundary, isCaught } = site.fate;
  if (form.around !== "expression" || isCaught || !boundary?.fn || boundary.kind === "onward") return null;
  const style = styleOf(module);
  const error = freeName([style.errorName, "err", "error"], namesIn([form.replaced]));
  const log = logLine(
    { logger, label: form.label, style },
    style.isTypeScript ? `(${error} as Error)` : error,
  );
  if (boundary.kind !== "express") return { handler: { errorName: error, lines: [log] }, edits: [] };
  const next = nextParameter(boundary.fn, site.call, module);
  if (!next) return null;
  const tail = `${options.onError === "log" ? "" : "return "}${next.name}(${error})${style.semicolon}`;
  return { handler: { errorName: error, lines: [log, tail] }, edits: [...next.edits] };
}
