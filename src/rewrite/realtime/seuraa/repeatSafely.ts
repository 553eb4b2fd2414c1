import type * as t from "@babel/types";
import { idOf, type RepeatedPublish } from "../../../detect/realtime/seuraa/repeatedPublish.ts";
import type { Edit } from "../../../model/edit.ts";
import { isFunction, unwrap, type Node } from "../../../syntax/node.ts";
import { lookup } from "../../../syntax/scope.ts";
import {
  bindingOf,
  functionAround,
  parentOf,
  scopeOf,
  textOf,
  walk,
  type SourceModule,
} from "../../../syntax/sourceModule.ts";
import { at } from "../../insertion.ts";
import { afterTrailingComment, positionAt } from "../../layout.ts";
import { freeName } from "../../pipes/pipeNames.ts";
import { logLine, statementInList } from "../lines.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "../planning.ts";
import { namesAround } from "./publishText.ts";

const ID_PARAMETER = /^(clientEventId|eventId|operationId|idempotencyKey|messageId)$/;
const LOG = /^(this\.)?(console|logger|log|winston|pino)\.\w+\(/;
const MAKERS = /^(randomUUID|uuid|uuidv4|uuidv7|nanoid|ulid|createId)$/;

/** N3: one `clientEventId` for all rounds, and no round after a failure that no repeat mends. */
export const repeatSafely: SitePlanner = (site, planning) => {
  const repeated = detailOf<RepeatedPublish>(site);
  if (planning.style.isEs5) return null;
  if (repeated.kind === "recursion")
    return "the function calls itself: give it a `clientEventId` as a parameter, and repeat 429, 503 and lost answers only";
  if (repeated.isMany)
    return "each round publishes several events: each needs a `clientEventId` of its own, the same in every round";
  const id = repeated.hasId ? [] : idEdits(repeated, planning);
  const gate = repeated.looksAtStatus ? { edits: [], also: [], needs: [] } : gateEdits(repeated, planning);
  if (typeof id === "string") return id;
  if (typeof gate === "string") return gate;
  if (!id || !gate) return null;
  const proposal: Proposal = {
    edits: [...id, ...gate.edits],
    replaced: [repeated.call, ...(idOf(repeated.call).id ? [idOf(repeated.call).id as Node] : [])],
    title: "repeat with one `clientEventId`, and only what may be repeated",
    also: gate.also,
  };
  return gate.edits.length === 0 ? proposal : { ...proposal, needs: gate.needs };
};

function idEdits(
  { call, around }: RepeatedPublish,
  { module, style }: Planning,
): readonly Edit[] | string | null {
  const { options, id } = idOf(call);
  const fn = functionAround(module, around);
  const given = (fn?.params ?? []).find(
    (param): param is t.Identifier => param.type === "Identifier" && ID_PARAMETER.test(param.name),
  );
  const taken = boundAround(around, module);
  const value = id ? unwrap(id.value) : null;
  const isOnTheSpot = value?.type === "CallExpression" && !usesRound(value, around, module);
  if (value && !isOnTheSpot)
    return "its `clientEventId` changes with each round; make it in front of the loop";
  const name = given?.name ?? freeName(["clientEventId", "eventId"], taken);
  const made = value ? textOf(module, value) : maker(around, module);
  if (made === null) return "nothing in the file makes an id, and the name `crypto` is taken";
  const property = name === "clientEventId" ? name : `clientEventId: ${name}`;
  const edits: Edit[] = [];
  if (id) edits.push({ start: id.start ?? 0, end: id.end ?? 0, text: property });
  else if (options?.type === "ObjectExpression") {
    const [first] = options.properties;
    edits.push(at((options.start ?? 0) + 1, first ? ` ${property},` : ` ${property} `));
  } else {
    const third = call.arguments[2];
    if (!third || call.arguments.some((one) => one.type === "SpreadElement")) return null;
    edits.push(at(third.end ?? 0, `, { ${property} }`));
  }
  if (given) return edits;
  const statement = statementInList(around, module);
  if (!statement) return "there is no statement in front of which an id could be made";
  const { base } = positionAt(module, statement.start ?? 0);
  const line = `const ${name} = ${made}${style.semicolon}`;
  return [at(statement.start ?? 0, line + style.eol + base), ...edits];
}

/** The names that mean something in the function around a node: keys of objects do not. */
function boundAround(node: Node, module: SourceModule): ReadonlySet<string> {
  const names = new Set<string>();
  walk(functionAround(module, node) ?? module.ast.program, (inner) => {
    if (inner.type === "Identifier" && bindingOf(module, inner)) names.add(inner.name);
  });
  return names;
}

/** Mentions a variable of the round: a counter. */
function usesRound(value: Node, around: Node, module: SourceModule): boolean {
  let found = false;
  const names = new Set<string>();
  walk(around, (node) => {
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier") names.add(node.id.name);
  });
  walk(value, (node) => {
    if (
      node.type === "Identifier" &&
      names.has(node.name) &&
      parentOf(module, node)?.type !== "MemberExpression"
    )
      found = true;
  });
  return found;
}

/** How an id is made: as the file does, else by the platform. */
function maker(around: Node, module: SourceModule): string | null {
  for (const statement of module.ast.program.body) {
    if (statement.type !== "ImportDeclaration" || statement.importKind === "type") continue;
    for (const { local } of statement.specifiers) if (MAKERS.test(local.name)) return `${local.name}()`;
    const isCrypto = /^(node:)?crypto$/.test(statement.source.value);
    if (isCrypto && statement.specifiers.some(({ type }) => type !== "ImportSpecifier"))
      return `${statement.specifiers[0]?.local.name}.randomUUID()`;
  }
  return lookup(scopeOf(module, around), "crypto") ? null : "crypto.randomUUID()";
}

interface Gate {
  readonly edits: readonly Edit[];
  readonly also: Planning["calls"];
  readonly needs: readonly string[];
}

/** The handler ends the rounds after what no repeat mends; where nobody hears of that, it is logged. */
function gateEdits({ around, handler, call }: RepeatedPublish, planning: Planning): Gate | string | null {
  const { module, style, calls } = planning;
  if (!handler) return null;
  const { param, body } = handler;
  if (param && param.type !== "Identifier") return null;
  let throws = false;
  let returns = false;
  let switches = false;
  walk(
    handler,
    (node) => {
      if (node.type === "ThrowStatement") throws = true;
      if (node.type === "ReturnStatement") returns = true;
    },
    isFunction,
  );
  for (let node = parentOf(module, handler); node && node !== around; node = parentOf(module, node))
    if (node.type === "SwitchStatement") switches = true;
  if (returns && !throws)
    return "its handler returns: end the repeat there, too, where `edgeMayRepeat(err)` says no";
  const name = param?.name ?? freeName([style.errorName, "err", "error"], namesAround(handler, module));
  const isEndless = around.type === "DoWhileStatement" || isAlwaysTrue(around);
  const end = throws || isEndless || switches ? `throw ${name}` : "break";
  const { base } = positionAt(module, handler.start ?? 0);
  const inner = positionAt(module, body.body[0]?.start ?? handler.start ?? 0);
  const indentation = body.body.length > 0 ? inner.base : base + style.unit;
  if (body.body.length > 0 && !inner.startsLine) return null;
  // An empty handler swallows the failure, too: it is logged before the next round.
  const silent = calls.filter((one) => one.call === call && one.fate.here === "silent");
  const log = logLine(planning.loggerAt(call), style, "edge.channels.publish failed", [
    `edgeHttpStatus(${name}) ?? String(${name})`,
  ]);
  if (silent.length > 0 && body.body.length > 0) return null;
  const [first] = body.body;
  const isEmpty = !first;
  const isLogged = first !== undefined && LOG.test(textOf(module, first));
  const test = `if (!edgeMayRepeat(${name}))`;
  const needsLog = end === "break" && !isLogged;
  const lines = isEmpty
    ? [log, `${test} ${end}${style.semicolon}`]
    : needsLog
      ? [`${test} {`, style.unit + log, `${style.unit}${end}${style.semicolon}`, "}"]
      : [`${test} ${end}${style.semicolon}`];
  const text = lines.map((line) => style.eol + indentation + line).join("");
  const open = first && isLogged ? afterTrailingComment(module, first.end ?? 0) : (body.start ?? 0) + 1;
  const rest = isEmpty ? /^\s*$/.exec(module.text.slice(open, (body.end ?? 0) - 1))?.[0] : "";
  if (rest === undefined) return null;
  return {
    edits: [
      ...(param ? [] : [at(body.start ?? 0, `(${name}) `)]),
      { start: open, end: open + rest.length, text: text + (isEmpty ? style.eol + base : "") },
    ],
    also: silent,
    needs: isEmpty || needsLog ? ["edgeHttpStatus", "edgeMayRepeat"] : ["edgeMayRepeat"],
  };
}

function isAlwaysTrue(loop: Node): boolean {
  if (loop.type === "ForStatement") return !loop.test;
  return loop.type === "WhileStatement" && loop.test.type === "BooleanLiteral" && loop.test.value;
}
