import type { Evaluator } from "../../resolve/evaluator.ts";
import { isCall, isMember, memberName, unwrap, type FunctionNode, type Node } from "../../syntax/node.ts";
import { parentOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Uses } from "../uses.ts";
import { askedIn } from "./asksForUser.ts";
import { codeBefore, functionsAround } from "./codeBefore.ts";
import { decoratorsOf, middlewaresOf } from "./middlewares.ts";
import { reachedPieces, rootOf, type Piece } from "./reachedNodes.ts";
import { callsAround, isRoute } from "./routes.ts";

const MAX_CALLERS = 3;

/** What is asked before a call signs. */
export interface Guard {
  /** Something on the way asks whether the user is blocked, or looks as if it did. */
  readonly asksForBan: boolean;
  /** Something on the way asks whether the account is marked as deleted. */
  readonly asksForDeletion: boolean;
  /** Something on the way looks a user or a session up, so that one that is gone is refused. */
  readonly looksUp: boolean;
  /** The function that answers the request: the outermost one that the call stands in, short of who registers it. */
  readonly handler: FunctionNode | null;
}

/** Says what is asked before a node is reached, in its handler, the handler's callers and the middlewares before it. */
export function guardOf(node: Node, module: SourceModule, tracer: Evaluator, uses: Uses): Guard {
  const { pieces, handler } = piecesBefore(node, module, uses, 0);
  const all = reachedPieces(tracer, [...pieces, ...middlewaresOf(tracer, module)]);
  const asked = all.map(askedIn);
  return {
    asksForBan: asked.some(({ ban }) => ban),
    asksForDeletion: asked.some(({ deletion }) => deletion),
    looksUp: all.some((piece) => hasLookUp(piece.node)),
    handler,
  };
}

interface Before {
  readonly pieces: readonly Piece[];
  readonly handler: FunctionNode | null;
}

function piecesBefore(node: Node, module: SourceModule, uses: Uses, depth: number): Before {
  const pieces: Piece[] = [];
  let handler: FunctionNode | null = null;
  let inner = node;
  let isRegistered = false;
  for (const fn of functionsAround(node, module)) {
    handler = fn;
    pieces.push(...codeBefore(inner, fn, module).map((before) => ({ node: before, module })));
    pieces.push(...decoratorsOf(fn, module));
    for (const call of callsAround(fn, module)) {
      if (!isCall(call)) continue;
      const root = rootOf(call.callee as Node);
      if (root) pieces.push({ node: root, module });
      pieces.push({ node: call.callee as Node, module });
      for (const argument of call.arguments) if (argument !== fn) pieces.push({ node: argument, module });
      isRegistered ||= isRoute(call);
    }
    if (isRegistered) break;
    inner = fn;
  }
  if (isRegistered || !handler || depth >= MAX_CALLERS) return { pieces, handler };
  for (const use of uses.of(handler, module)) {
    const call = parentOf(use.module, use.node);
    const at = call && isCall(call) && unwrap(call.callee as Node) === use.node ? call : use.node;
    if (call && isCall(call))
      for (const argument of call.arguments)
        if (argument !== at) pieces.push({ node: argument, module: use.module });
    pieces.push(...piecesBefore(at, use.module, uses, depth + 1).pieces);
  }
  return { pieces, handler };
}

const LOOKS_UP = /^(find|get|select|query|load|fetch|verify|session|auth|execute|first|one)/i;

function hasLookUp(root: Node): boolean {
  let has = false;
  walk(root, (node) => {
    if (!isCall(node)) return;
    const callee = unwrap(node.callee as Node);
    const name = isMember(callee) ? memberName(callee) : callee.type === "Identifier" ? callee.name : null;
    has ||=
      name !== null &&
      LOOKS_UP.test(name) &&
      /user|session|account|member|auth|select|query|from/i.test(nameOf(callee));
  });
  return has;
}

function nameOf(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === "Identifier") return inner.name;
  if (isMember(inner)) return `${nameOf(inner.object)}.${memberName(inner) ?? ""}`;
  return isCall(inner) ? nameOf(inner.callee as Node) : "";
}
