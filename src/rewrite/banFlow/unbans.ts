import { stepsOf, type FlowStep } from "../../detect/banFlow/flowSteps.ts";
import { rootOf } from "../../detect/banFlow/reachedNodes.ts";
import { filesWith } from "../../detect/banFlow/projectPart.ts";
import { speaksOfLettingIn } from "../../detect/banFlow/words.ts";
import type { Edit } from "../../model/edit.ts";
import type { Modules } from "../../resolve/modules.ts";
import { encloses, isFunction, keyName, type FunctionNode, type Node } from "../../syntax/node.ts";
import {
  bindingOf,
  lineOf,
  parentOf,
  placeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../syntax/sourceModule.ts";
import { linesAfter, statementInList } from "../realtime/lines.ts";
import { styleOf } from "../style.ts";
import { listOf } from "../surroundings.ts";

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

/**
 * Puts `unblock` into the functions of a module that let users in again, where they say of whom; names those of other files.
 * `converts`: what is blocked is made a string first.
 */
export function letInAgain(
  unblock: string | null,
  converts: boolean,
  module: SourceModule,
  modules: Modules,
): LetIn {
  const { graph } = modules;
  const edits: Edit[] = [];
  const left: string[] = [];
  for (const { fn, name } of unbansOf(module)) {
    if (calls(fn, unblock, module)) continue;
    const edit = unblock === null ? null : unblockIn(fn, unblock, converts, module);
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

function unblockIn(fn: FunctionNode, unblock: string, converts: boolean, module: SourceModule): Edit | null {
  if (!fn.async || fn.generator) return null;
  const id = fn.params.find(
    (param) => param.type === "Identifier" && /^(id|uid|user_?id|\w*userId)$/i.test(param.name),
  );
  const last = stepsIn(fn, module).at(-1);
  const written = last && statementInList(last.node, module);
  if (id?.type !== "Identifier" || !written || parentOf(module, written) !== fn.body) return null;
  // `user.banned = false; await user.save()`: who is not let in by the database is not let in here.
  const statement =
    last.node.type === "AssignmentExpression" ? savedBy(last.node.left, written, module) : written;
  if (!statement || /^(Return|Throw)Statement$/.test(statement.type)) return null;
  const style = styleOf(module);
  const type = id.typeAnnotation ? textOf(module, id.typeAnnotation) : null;
  const isText = type === null ? !converts : /\bstring\b/.test(type) && !/\|/.test(type);
  const text = isText ? id.name : `String(${id.name})`;
  return linesAfter(statement, [`await ${unblock}(${text})${style.semicolon}`], module, style);
}

/** The statement behind an assignment that saves what was assigned to; the assignment's own where none does. */
function savedBy(target: Node, assigned: Node, module: SourceModule): Node | null {
  const root = rootOf(target);
  const list = listOf(assigned, module) ?? [];
  const rest = list.slice(list.findIndex((one) => one === assigned) + 1);
  const binding = root && bindingOf(module, root);
  const saves = rest.find(
    (one) =>
      binding?.references.some((use) => encloses(one, use)) &&
      /\b(save|flush|persist|commit|update|put|merge|store)\w*\(/i.test(textOf(module, one)),
  );
  return saves ?? assigned;
}

/** The writes of a function that say whether a user is kept out. */
function stepsIn(fn: FunctionNode, module: SourceModule): readonly FlowStep[] {
  return stepsOf(fn, fn.body, module);
}

function calls(fn: FunctionNode, name: string | null, module: SourceModule): boolean {
  return name !== null && new RegExp(`\\b${name}\\s*\\(`).test(textOf(module, fn.body));
}
