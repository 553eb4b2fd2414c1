import { stepsOf, type FlowStep } from "../../detect/banFlow/flowSteps.ts";
import { filesWith } from "../../detect/banFlow/projectPart.ts";
import { speaksOfLettingIn } from "../../detect/banFlow/words.ts";
import type { Edit } from "../../model/edit.ts";
import type { Modules } from "../../resolve/modules.ts";
import { isFunction, keyName, type FunctionNode } from "../../syntax/node.ts";
import { lineOf, parentOf, placeOf, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { linesAfter, statementInList } from "../realtime/lines.ts";
import { styleOf } from "../style.ts";

/** A function that lets a user in again. */
interface Unban {
  readonly fn: FunctionNode;
  readonly name: string;
  readonly module: SourceModule;
}

/** The functions of a module whose names say that they let a user in again. */
function unbansOf(module: SourceModule): readonly Unban[] {
  const found: Unban[] = [];
  walk(module.ast.program, (node) => {
    if (!isFunction(node) || node.body.type !== "BlockStatement") return;
    const name = nameOf(node, module);
    if (name !== null && speaksOfLettingIn(name)) found.push({ fn: node, name, module });
  });
  return found;
}

function nameOf(fn: FunctionNode, module: SourceModule): string | null {
  if ("id" in fn && fn.id) return fn.id.name;
  if ("key" in fn) return keyName(fn);
  const parent = placeOf(module, fn)?.parent;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  return parent?.type === "ObjectProperty" ? keyName(parent) : null;
}

/** What has to be done where users are let in again, once a ban blocks them: the edits in a module, and the places that a person has to see to. */
export interface LetIn {
  readonly edits: readonly Edit[];
  /** `unbanUser in src/users.ts:12` */
  readonly left: readonly string[];
}

/** Puts `unblock` into the functions of a module that let users in again, where they say of whom; names those of other files. */
export function letInAgain(unblock: string | null, module: SourceModule, modules: Modules): LetIn {
  const { graph } = modules;
  const edits: Edit[] = [];
  const left: string[] = [];
  for (const { fn, name } of unbansOf(module)) {
    if (calls(fn, unblock, module)) continue;
    const edit = unblock === null ? null : unblockIn(fn, unblock, module);
    if (edit) edits.push(edit);
    else if (stepsIn(fn, module).length > 0) left.push(`${name} (line ${lineOf(fn)})`);
  }
  for (const file of filesWith(graph, module.file, WORDS)) {
    const other = file === module.file ? null : modules.get(file);
    for (const { fn, name } of other ? unbansOf(other) : [])
      if (other && stepsIn(fn, other).length > 0)
        left.push(`${name} (${file.slice((graph.root?.length ?? -1) + 1)}:${lineOf(fn)})`);
  }
  return { edits, left };
}

const WORDS = /\b(un(ban|block|suspend)|reactivate|reinstate|reenable|pardon|restore)/i;

function unblockIn(fn: FunctionNode, unblock: string, module: SourceModule): Edit | null {
  if (!fn.async || fn.generator) return null;
  const id = fn.params.find(
    (param) => param.type === "Identifier" && /^(id|uid|user_?id|\w*userId)$/i.test(param.name),
  );
  const last = stepsIn(fn, module).at(-1);
  const statement = last && statementInList(last.node, module);
  if (id?.type !== "Identifier" || !statement || parentOf(module, statement) !== fn.body) return null;
  const style = styleOf(module);
  return linesAfter(statement, [`await ${unblock}(${id.name})${style.semicolon}`], module, style);
}

/** The writes of a function that say whether a user is kept out. */
function stepsIn(fn: FunctionNode, module: SourceModule): readonly FlowStep[] {
  return stepsOf(fn, fn.body, module);
}

function calls(fn: FunctionNode, name: string | null, module: SourceModule): boolean {
  return name !== null && new RegExp(`\\b${name}\\s*\\(`).test(textOf(module, fn.body));
}
