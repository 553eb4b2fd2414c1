import type { Site } from "../detect/site.ts";
import type { RewriteOptions, SitePlan } from "./sitePlan.ts";
import type { Edit, EditPlan } from "../model/edit.ts";
import type { Modules } from "../resolve/modules.ts";
import type { SourceModule } from "../syntax/sourceModule.ts";
import { catchLines } from "./catchLines.ts";
import { decide } from "./decide.ts";
import { chooseCheck } from "./errorCheck.ts";
import { handlingOf } from "./handling.ts";
import { mergeHelperImports } from "./helperImports.ts";
import { insertAwait } from "./insertHandler.ts";
import { errorCheckIn, insertTell } from "./insertCallback.ts";
import { tellLines } from "./fieldLines.ts";
import { namesIn } from "./pipes/pipeNames.ts";
import { planObserved } from "./planObserved.ts";
import { planPipes } from "./pipes/planPipes.ts";
import type { Insertion } from "./insertion.ts";
import { insertionOfForm } from "./insertionOfForm.ts";
import { declined, type Intent } from "./intent.ts";
import { mergeIntents } from "./merge.ts";
import { nextParameter } from "./nextParameter.ts";
import { statusHelperIn } from "./statusHelper.ts";

export type { RewriteOptions, SitePlan } from "./sitePlan.ts";

/** Plans the rewrites of a file's call sites. */
export function planRewrites(
  sites: readonly Site[],
  module: SourceModule,
  modules: Modules,
  options: RewriteOptions,
): readonly SitePlan[] {
  const contracts = [...new Set(sites.map((site) => site.contract))];
  return contracts.flatMap((contract) => {
    const all = sites.filter((site) => site.contract === contract);
    const observed = planObserved(contract, all, module, modules, options);
    const seen = new Set(observed.flatMap((plan) => plan.sites));
    const own = all.filter((site) => !seen.has(site));
    const pipes = planPipes(own, module, options);
    const mended = new Set(pipes.flatMap((plan) => plan.sites));
    return [
      ...observed,
      ...pipes,
      ...planCalls(
        own.filter((site) => !mended.has(site)),
        module,
        modules,
        options,
      ),
    ];
  });
}

function planCalls(
  sites: readonly Site[],
  module: SourceModule,
  modules: Modules,
  options: RewriteOptions,
): readonly SitePlan[] {
  const choice = chooseCheck(sites, module, modules, options.errorCheck);
  const helper = sites[0] ? statusHelperIn(sites[0].contract, module, modules) : null;
  const isMendedByCaller = (site: Site) =>
    site.losers?.every((call) => sites.some((other) => other.call === call)) ?? false;
  const mendedByCaller = sites.filter(isMendedByCaller);
  const intents = mergeIntents(
    sites.filter((site) => !isMendedByCaller(site)).map((site) => decide(site, options)),
    module,
  );
  return intents.map((intent): SitePlan => {
    const planned = insertionOf(intent);
    const { safety, title, reason, form } = "form" in planned ? planned : intent;
    const edits = "form" in planned ? [] : planned.edits;
    const needsImport = form.kind !== "none" && form.kind !== "await" && choice.check.form === "instanceof";
    return {
      sites: [
        ...intent.sites,
        ...mendedByCaller.filter((site) => intent.sites.some((own) => site.losers?.[0] === own.call)),
      ],
      plan: {
        edits,
        ...(needsImport && choice.edits.length > 0 ? { shared: choice.edits } : {}),
        ...(helper && edits.length > 0 && form.kind !== "await" ? helper.brings : {}),
        ...("form" in planned || !planned.shifted ? {} : { shifted: planned.shifted }),
        ...("form" in planned || !planned.replaced ? {} : { replaced: planned.replaced }),
        safety,
        title,
        ...(reason === undefined ? {} : { reason }),
      },
    };
  });

  /** The edits of an intent, or the intent that declines where they cannot be made. */
  function insertionOf(intent: Intent): Insertion | Intent {
    const { form } = intent;
    if (form.kind === "none") return intent;
    if (form.kind === "await") return insertAwait(form);
    const handling = handlingOf(intent, choice.check, options.logger, module, helper?.name ?? null);
    const next = intent.handler
      ? nextParameter(intent.handler, intent.sites[0]?.fate.at ?? intent.handler, module)
      : null;
    if (intent.handler && !next)
      return declined(intent.sites[0] as Site, "the handler's `next` cannot be reached from there");
    if (form.kind === "tell")
      return insertTell(
        form,
        {
          errorName: handling.errorName,
          lines: tellLines(
            handling,
            form.distinction,
            namesIn([form.handler]),
            form.isCallback && !errorCheckIn(form.handler, handling.errorName, module),
          ),
        },
        module,
      );
    const lines = catchLines(handling).map((line) =>
      next && next.name !== "next" ? line.replace(/\bnext\(/, `${next.name}(`) : line,
    );
    const insertion = insertionOfForm(intent.form, { errorName: handling.errorName, lines }, module);
    return next ? { ...insertion, edits: [...next.edits, ...insertion.edits] } : insertion;
  }
}

/**
 * All edits of several plans together. What plans share (an import, a `next` parameter) comes once,
 * and what one plan inserts inside of lines that another moves is moved along.
 */
export function combineEdits(
  plans: readonly Pick<EditPlan, "edits" | "shared" | "shifted">[],
): readonly Edit[] {
  const edits = new Map<string, Edit>();
  for (const plan of plans) {
    const movers = plans.flatMap((other) => (other !== plan && other.shifted ? [other.shifted] : []));
    for (const edit of [...(plan.shared ?? []), ...plan.edits]) {
      let { text } = edit;
      for (const mover of movers) {
        if (mover.start <= edit.start && edit.end <= mover.end && text.includes("\n"))
          text = text.replaceAll(/\n(?=[^\r\n])/g, `\n${mover.by}`);
      }
      const isWhitespace = /^[ \t]*$/.test(text);
      edits.set(
        isWhitespace
          ? `${edit.start}:${edit.end}:${plans.indexOf(plan)}`
          : `${edit.start}:${edit.end}:${text}`,
        { ...edit, text },
      );
    }
  }
  return mergeHelperImports([...edits.values()]);
}
