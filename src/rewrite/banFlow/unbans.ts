import { calledName } from "../../detect/banFlow/routes.ts";
import { letsIn } from "../../detect/banFlow/letsIn.ts";
import { stepsOf } from "../../detect/banFlow/flowSteps.ts";
import { rootOf } from "../../detect/banFlow/reachedNodes.ts";
import { filesWith } from "../../detect/banFlow/projectPart.ts";
import { speaksOfLettingIn } from "../../detect/banFlow/words.ts";
import type { Edit } from "../../model/edit.ts";
import type { Modules } from "../../resolve/modules.ts";
import {
  encloses,
  isFunction,
  isMember,
  keyName,
  memberName,
  startOf,
  type FunctionNode,
  type Node,
} from "../../syntax/node.ts";
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
  /** What it is called, where that says what it does. */
  readonly name: string | null;
  /** What in it lets the user in. */
  readonly steps: readonly Node[];
  readonly module: SourceModule;
}

/** The functions of a module that let a user in again, as their names or what they write say. */
function unbansOf(module: SourceModule): readonly Unban[] {
  const found: Unban[] = [];
  walk(module.ast.program, (fn) => {
    if (!isFunction(fn)) return;
    const name = nameOf(fn, module);
    const steps: Node[] = [];
    walk(
      fn.body,
      (node) => {
        if (letsIn(node, module)) steps.push(node);
      },
      isFunction,
    );
    const isNamed = name !== null && speaksOfLettingIn(name);
    if (isNamed) steps.push(...stepsOf(fn, fn.body, module).map(({ node }) => node));
    if (steps.length > 0) found.push({ fn, name: isNamed ? name : null, steps, module });
  });
  return found;
}

function nameOf(fn: FunctionNode, module: SourceModule): string | null {
  if ("id" in fn && fn.id) return fn.id.name;
  if ("key" in fn) return keyName(fn);
  const parent = placeOf(module, fn)?.parent;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") return parent.id.name;
  if (parent?.type === "AssignmentExpression" && isMember(parent.left)) return memberName(parent.left);
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
  const others = filesWith(graph, module.file, WORDS).flatMap((file) => {
    const other = file === module.file ? null : modules.get(file);
    return other ? unbansOf(other) : [];
  });
  const all = [...unbansOf(module), ...others];
  const names = new Set(all.map(({ name }) => name).filter((name) => name !== null));
  const edits: Edit[] = [];
  const left: string[] = [];
  for (const unban of all) {
    const { fn, name, steps } = unban;
    // Who only calls such a function is let in there.
    const isCaller = name === null && steps.every((step) => names.has(calledName(step) ?? ""));
    if (isCaller || calls(fn, unblock ?? "unblock", unban.module)) continue;
    const isHere = unban.module === module;
    const edit = isHere && unblock !== null ? unblockIn(unban, unblock, converts) : null;
    const file = unban.module.file.slice((graph.root?.length ?? -1) + 1);
    const place = isHere ? `line ${lineOf(fn)}` : `${file}:${lineOf(fn)}`;
    if (edit) edits.push(edit);
    else left.push(name === null ? place : `${name} (${place})`);
  }
  return { edits, left };
}

const WORDS = /ban(s|ned)?(?![a-z])|block(ed|list)|suspend|reactivate|reinstate|reenable|pardon|restore/i;

function unblockIn({ fn, name, steps, module }: Unban, unblock: string, converts: boolean): Edit | null {
  if (name === null || !fn.async || fn.generator) return null;
  const id = fn.params.find(
    (param) => param.type === "Identifier" && /^(id|uid|user_?id|\w*userId)$/i.test(param.name),
  );
  const last = steps.toSorted((a, b) => startOf(a) - startOf(b)).at(-1);
  const written = last && statementInList(last, module);
  if (id?.type !== "Identifier" || !written || parentOf(module, written) !== fn.body) return null;
  // `user.banned = false; await user.save()`: who is not let in by the database is not let in here.
  const statement = last.type === "AssignmentExpression" ? savedBy(last.left, written, module) : written;
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

function calls(fn: FunctionNode, name: string, module: SourceModule): boolean {
  return new RegExp(`\\b${name}\\s*\\(`).test(textOf(module, fn.body));
}
