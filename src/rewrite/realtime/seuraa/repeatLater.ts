import type { RepeatDetail } from "../../../detect/realtime/seuraa/channels.ts";
import type { PublishDetail } from "../../../detect/realtime/seuraa/publishes.ts";
import { isCall, type FunctionNode, type Node } from "../../../syntax/node.ts";
import { functionAround, parentOf, textOf } from "../../../syntax/sourceModule.ts";
import { at } from "../../insertion.ts";
import { positionAt } from "../../layout.ts";
import { freeName } from "../../pipes/pipeNames.ts";
import { statementOf } from "../../surroundings.ts";
import { logLine, statementInList } from "../lines.ts";
import { detailOf, type Planning, type SitePlanner } from "../planning.ts";
import { eventOf, guarded, namesAround, notSent } from "./publishText.ts";

/** B8: what is repeated waits, and is repeated for codes of the class backoff only, a few times. */
export const repeatLater: SitePlanner = (site, planning) => {
  const { node, fn, listener } = detailOf<RepeatDetail>(site);
  const { module, style } = planning;
  if (listener.event === "onStatus")
    return "the SDK reconnects by itself, with backoff; remove the repeat, or do it once the connection is back";
  if (listener.handler !== fn)
    return "the handler has a name of its own; repeat there by `edgeFate(code)`, behind a timer";
  const code = codeOf(fn);
  const registration = statementInList(firstOf(listener, planning), module);
  const statement = statementOf(node, module);
  if (style.isEs5 || code === null || !registration || !isCall(node)) return null;
  if (statement?.type !== "ExpressionStatement") return null;
  const text = textOf(module, statement.expression);
  if (text.includes("\n") || /\bawait\b/.test(text)) return null;
  const name = freeName(["scheduleRepeat", "scheduleAgain"], namesAround(listener.whole, module));
  const own = planning.sites.filter(
    (other) => other.rule === "publish-result-dropped" && detailOf<PublishDetail>(other).call === node,
  );
  const { base } = positionAt(module, statement.start ?? 0);
  const inner = base + style.unit;
  const log = logLine(
    planning.loggerAt(node),
    style,
    `${eventOf(node)} was not sent, the socket is away`,
    [],
  );
  const isPublish = own.length > 0 && parentOf(module, node) === statement;
  const call = isPublish
    ? [
        "{",
        ...guarded(notSent(node, module), log, inner, style).map((line) => inner + line),
        `${base}}`,
      ].join(style.eol)
    : text;
  return {
    edits: [
      at(
        registration.start ?? 0,
        `const ${name} = edgeRepeats()${style.semicolon}${style.eol}${positionAt(module, registration.start ?? 0).base}`,
      ),
      {
        start: statement.start ?? 0,
        end: statement.end ?? 0,
        text: `${name}(${code}, () => ${call})${style.semicolon}`,
      },
    ],
    replaced: [statement],
    title: "repeat later, and only what may be repeated",
    needs: ["edgeRepeats"],
    also: isPublish ? own : [],
  };
};

/** The first registration of the function whose handler repeats: all of them share what counts. */
function firstOf(listener: RepeatDetail["listener"], { module, sites }: Planning): Node {
  const around = functionAround(module, listener.whole);
  const others = sites
    .filter(({ rule }) => rule === "blind-repeat")
    .map((one) => detailOf<RepeatDetail>(one).listener)
    .filter(({ event, whole }) => event === listener.event && functionAround(module, whole) === around);
  return others.reduce(
    (first, { whole }) => ((whole.start ?? 0) < (first.start ?? 0) ? whole : first),
    listener.whole,
  );
}

/** How the handler reads the error's code. */
function codeOf(fn: FunctionNode): string | null {
  const [param] = fn.params as readonly (Node | undefined)[];
  if (param?.type === "Identifier") return `${param.name}.code`;
  if (param?.type !== "ObjectPattern") return null;
  const own = param.properties.find(
    (one) => one.type === "ObjectProperty" && one.key.type === "Identifier" && one.key.name === "code",
  );
  return own?.type === "ObjectProperty" && own.value.type === "Identifier" ? own.value.name : null;
}
