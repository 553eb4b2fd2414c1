import type { Edit } from "../../model/edit.ts";
import { encloses, isFunction, type Node } from "../../syntax/node.ts";
import { parentOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import { lineStart } from "../../text/sourceText.ts";
import { splice } from "../../text/splice.ts";
import { afterTrailingComment, beforeComments, gapBefore } from "../layout.ts";
import { styleOf } from "../style.ts";
import { listOf } from "../surroundings.ts";

/**
 * The statement around a node, with some edits in it, behind a later statement of its list, the one around `step`;
 * null where it cannot move: it declares something, leaves the function, or has comments of its own.
 */
export function movedBehind(
  edits: readonly Edit[],
  node: Node,
  step: Node | undefined,
  module: SourceModule,
): { readonly edits: readonly Edit[]; readonly replaced: readonly Node[] } | null {
  const pair = step && siblingsAround(node, step, module);
  if (!pair || !/^(Expression|Try)Statement$/.test(pair.mover.type) || leaves(pair.mover)) return null;
  const { mover, target } = pair;
  // What stands behind a `return` never runs.
  if (leaves(target)) return null;
  const { text } = module;
  const start = mover.start ?? 0;
  const end = afterTrailingComment(module, mover.end ?? 0);
  const gap = gapBefore(module, start);
  const from = lineStart(text, start);
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end));
  if (text.slice(from, start).trim() !== "" || !rest || beforeComments(module, gap) !== gap) return null;
  const base = text.slice(from, start);
  const moved = splice(
    text.slice(start, end),
    edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  ).text;
  // A blank line behind it stays behind what comes before.
  const blank = /^(?:[ \t]*\r?\n)+/.exec(text.slice(end + rest[0].length))?.[0].length ?? 0;
  const to = afterTrailingComment(module, target.end ?? 0);
  return {
    edits: [
      { start: from, end: end + rest[0].length + blank, text: "" },
      { start: to, end: to, text: styleOf(module).eol + base + moved },
    ],
    replaced: [mover],
  };
}

/** The two statements of one list around two nodes, the first before the second. */
function siblingsAround(
  node: Node,
  step: Node,
  module: SourceModule,
): { readonly mover: Node; readonly target: Node } | null {
  for (let at: Node | undefined = node; at; at = parentOf(module, at)) {
    const list = listOf(at, module);
    const target = list?.find((statement) => encloses(statement, step));
    if (!target) continue;
    return target !== at && (target.start ?? 0) > (at.start ?? 0) ? { mover: at, target } : null;
  }
  return null;
}

function leaves(statement: Node): boolean {
  let does = false;
  walk(
    statement,
    (node) => {
      does ||= /^(Return|Break|Continue)Statement$/.test(node.type);
    },
    isFunction,
  );
  return does;
}
