import { functionAround, walk, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
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
  /** Whether an error of the destination has been told. */
  readonly told: string;
  readonly resolve: string;
  readonly reject: string;
}

/** Every name that some nodes mention. */
export function namesIn(nodes: readonly Node[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const root of nodes) {
    walk(root, (node) => {
      if (node.type === "Identifier" || node.type === "JSXIdentifier") found.add(node.name);
    });
  }
  return found;
}

/** The first name that is not taken. */
export function freeName(wanted: readonly string[], taken: ReadonlySet<string>): string {
  const free = wanted.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  const [stem = "value"] = wanted;
  for (let number = 2; ; number++) if (!taken.has(`${stem}${number}`)) return `${stem}${number}`;
}

const MADE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/createWriteStream/, ["file", "output", "fileStream"]],
  [/createGunzip|createUnzip|createInflate/, ["gunzip", "unzip"]],
  [/createGzip|createDeflate/, ["gzip", "zip"]],
  [/createHash/, ["hash"]],
  [/PassThrough/, ["body", "passThrough"]],
];

/** Chooses the names for one pipe: none that the code around it means something else by. */
export function pipeNames(form: PipeForm, module: SourceModule): PipeNames {
  const kept = [form.request, ...form.destinations.map(({ node }) => node), ...form.onResponse];
  // Parameters of inserted functions only have to leave alone what moves into them; variables, all that their function names.
  const inner = new Set(namesIn(kept));
  const outer = new Set(namesIn([functionAround(module, form.replaced) ?? module.ast.program]));
  const pick = (taken: Set<string>, wanted: readonly string[]): string => {
    const name = freeName(wanted, taken);
    inner.add(name);
    outer.add(name);
    return name;
  };
  const own = form.request.type === "Identifier" ? form.request.name : null;
  const request =
    own ??
    pick(outer, form.http ? ["upstream", "request", "download"] : ["request", "req", "download", "upstream"]);
  return {
    request,
    destinations: form.destinations.map(
      ({ name, node }) => name ?? declaredName(form, module) ?? pick(outer, made(node, module)),
    ),
    response: form.responseName ?? pick(form.http ? outer : inner, ["res", "response", "answer"]),
    error: pick(inner, [styleOf(module).errorName, "err", "error", "reason"]),
    fail: pick(outer, ["fail", "failTransfer", "onFailure"]),
    told: pick(outer, ["isTold", "hasFailed"]),
    resolve: pick(inner, ["resolve", "done", "fulfil"]),
    reject: pick(inner, ["reject", "failed", "refuse"]),
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
