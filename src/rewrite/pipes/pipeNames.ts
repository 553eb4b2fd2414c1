import { walk, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Node } from "../../syntax/node.ts";
import { styleOf } from "../style.ts";
import type { PipeForm } from "./pipeForm.ts";

/** The names that the rewrite of a pipe uses; none of them means anything else in the file. */
export interface PipeNames {
  readonly request: string;
  /** One for each destination. */
  readonly destinations: readonly string[];
  readonly response: string;
  readonly error: string;
  readonly fail: string;
  readonly resolve: string;
  readonly reject: string;
}

const taken = new WeakMap<SourceModule, ReadonlySet<string>>();

/** Every name that a file mentions. */
function namesOf(module: SourceModule): ReadonlySet<string> {
  let names = taken.get(module);
  if (!names) {
    const found = new Set<string>();
    walk(module.ast.program, (node) => {
      if (node.type === "Identifier" || node.type === "JSXIdentifier") found.add(node.name);
    });
    taken.set(module, (names = found));
  }
  return names;
}

/** The first name that the file does not mention. */
export function freeName(
  module: SourceModule,
  wanted: readonly string[],
  besides: ReadonlySet<string> = new Set(),
): string {
  const names = namesOf(module);
  const free = wanted.find((name) => !names.has(name) && !besides.has(name));
  if (free !== undefined) return free;
  const [stem = "value"] = wanted;
  for (let number = 2; ; number++)
    if (!names.has(`${stem}${number}`) && !besides.has(`${stem}${number}`)) return `${stem}${number}`;
}

const MADE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/createWriteStream/, ["file", "output", "fileStream"]],
  [/createGunzip|createUnzip|createInflate/, ["gunzip", "unzip"]],
  [/createGzip|createDeflate/, ["gzip", "zip"]],
  [/createHash/, ["hash"]],
  [/PassThrough/, ["body", "passThrough"]],
];

/** Chooses the names for one pipe. */
export function pipeNames(form: PipeForm, module: SourceModule): PipeNames {
  const used = new Set<string>();
  const pick = (wanted: readonly string[]): string => {
    const name = freeName(module, wanted, used);
    used.add(name);
    return name;
  };
  const own = form.request.type === "Identifier" ? form.request.name : null;
  const request =
    own ?? pick(form.http ? ["upstream", "request", "download"] : ["request", "req", "download", "upstream"]);
  return {
    request,
    destinations: form.destinations.map(
      ({ name, node }) => name ?? declaredName(form, module) ?? pick(made(node, module)),
    ),
    response: form.responseName ?? pick(["res", "response", "answer"]),
    error: pick([styleOf(module).errorName, "err", "error", "reason"]),
    fail: pick(["fail", "failTransfer", "onFailure"]),
    resolve: pick(["resolve", "done", "fulfil"]),
    reject: pick(["reject", "failed", "refuse"]),
  };
}

function made(node: Node, module: SourceModule): readonly string[] {
  const text = textOf(module, node);
  return MADE.find(([pattern]) => pattern.test(text))?.[1] ?? ["output", "stream", "destination"];
}

/** `const out = request.pipe(new PassThrough())`: the only destination has a name already, which the statement declares. */
function declaredName(form: PipeForm, module: SourceModule): string | null {
  if (
    form.around !== "declare" ||
    form.destinations.length !== 1 ||
    form.replaced.type !== "VariableDeclaration"
  )
    return null;
  const [declarator] = form.replaced.declarations;
  return declarator ? textOf(module, declarator.id).replace(/:.*$/s, "").trim() : null;
}
