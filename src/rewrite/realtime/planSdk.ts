import type * as t from "@babel/types";
import type { ClientDetail } from "../../detect/realtime/sdk/clients.ts";
import type { WrongField } from "../../detect/realtime/sdk/errorFields.ts";
import type { ProviderDetail } from "../../detect/realtime/sdk/tokenProviders.ts";
import type { TypeImport } from "../../detect/realtime/sdk/typeImports.ts";
import { encloses, type FunctionNode, type Node } from "../../syntax/node.ts";
import { lookup } from "../../syntax/scope.ts";
import { parentOf, scopeOf, textOf, walk } from "../../syntax/sourceModule.ts";
import { at } from "../insertion.ts";
import { positionAt, shiftLines } from "../layout.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { anyMark, holderOf } from "./holder.ts";
import { linesAfter, listenerLines, logLine } from "./lines.ts";
import { checkProvider } from "./planTokens.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "./planning.ts";

/** A listener behind the statement that makes a client or peer, whose body logs. */
function hear(
  { instance }: ClientDetail,
  listeners: readonly { readonly event: string; readonly params: string; readonly body: readonly string[] }[],
  title: string,
  { module, style }: Planning,
): Proposal | null {
  const holder = holderOf(instance.node, module);
  if (!holder || style.isEs5) return null;
  const declared = lookup(scopeOf(module, holder.statement), holder.name)?.identifier;
  const mark = anyMark(declared, module);
  const lines = listeners.flatMap(({ event, params, body }) =>
    listenerLines(holder.name, "on", event, params + mark, body, style),
  );
  return { edits: [linesAfter(holder.statement, lines, module, style)], title };
}

/** S5: `server-error` is logged. */
export const hearServerErrors: SitePlanner = (site, planning) => {
  const detail = detailOf<ClientDetail>(site);
  const log = logLine(planning.loggerAt(site.call), planning.style, "metered-realtime refused", [
    "code",
    "message",
  ]);
  return hear(
    detail,
    [{ event: "server-error", params: "{ code, message }", body: [log] }],
    "listen for `server-error`",
    planning,
  );
};

/** S6: the end of a connection is logged. */
export const hearTheEnd: SitePlanner = (site, planning) => {
  const detail = detailOf<ClientDetail>(site);
  const { style } = planning;
  const logger = planning.loggerAt(site.call);
  if (detail.role === "client") {
    const log = logLine(logger, style, "metered-realtime disconnected", ["code", "reason"]);
    const body = [`if (!willReconnect) ${log}`];
    const params = "{ code, reason, willReconnect }";
    return hear(detail, [{ event: "disconnected", params, body }], "listen for `disconnected`", planning);
  }
  const listeners = [
    {
      event: "error",
      params: "{ err }",
      body: [logLine(logger, style, "metered-realtime peer failed", ["err.name", "err.message"])],
    },
    {
      event: "left",
      params: "{ reason }",
      body: [logLine(logger, style, "metered-realtime peer left", ["reason"])],
    },
  ].filter(({ event }) => detail.unheard.includes(event));
  const title = `listen for ${detail.unheard.map((event) => `\`${event}\``).join(" and ")}`;
  return hear(detail, listeners, title, planning);
};

/** S7: failures of the token provider are logged. */
export const hearTokenFailures: SitePlanner = (site, planning) => {
  const detail = detailOf<ClientDetail | ProviderDetail>(site);
  if (!("instance" in detail)) return checkProvider(site, planning);
  const log = logLine(
    planning.loggerAt(site.call),
    planning.style,
    "metered-realtime gets no token, failures in a row",
    ["consecutiveFailures"],
  );
  return hear(
    detail,
    [{ event: "token-provider-error", params: "{ consecutiveFailures }", body: [log] }],
    "listen for `token-provider-error`",
    planning,
  );
};

/** S3: `name` is asked instead of `code` or `message`; an inline type of the error gets the name as well. */
export const askForName: SitePlanner = (site, { module, style }) => {
  const { member, error } = detailOf<WrongField>(site);
  const { property } = member;
  const edits = [{ start: property.start ?? 0, end: property.end ?? 0, text: "name" }];
  const replaced: Node[] = [member];
  if (member.computed) return null;
  if (style.isTypeScript) {
    const annotation = error.identifier.typeAnnotation;
    if (!annotation) {
      // A catch clause's error is `unknown` or `any`: that the code compiles shows that it is `any`, or narrowed.
      return { edits, replaced, title: "ask for the error's name" };
    }
    const text = textOf(module, annotation);
    if (!/:\s*(any|Error)$/.test(text)) {
      const literal = annotation.type === "TSTypeAnnotation" ? annotation.typeAnnotation : null;
      const field = property.type === "Identifier" ? property.name : "";
      if (literal?.type !== "TSTypeLiteral") return null;
      const own = literal.members.find(
        (one) =>
          one.type === "TSPropertySignature" && one.key.type === "Identifier" && one.key.name === field,
      );
      const isRead = error.references.filter((reference) => {
        const parent = parentOf(module, reference);
        return parent?.type === "MemberExpression" && textOf(module, parent.property) === field;
      });
      if (own?.type !== "TSPropertySignature" || isRead.length !== 1) return null;
      edits.push({ start: own.key.start ?? 0, end: own.key.end ?? 0, text: "name" });
      replaced.push(own);
    }
  }
  return { edits, replaced, title: "ask for the error's name" };
};

/** S14: a `default` that logs. */
export const addDefault: SitePlanner = (site, planning) => {
  const { node } = detailOf<{ readonly node: t.SwitchStatement }>(site);
  const { module, style } = planning;
  const last = node.cases.at(-1);
  const code = textOf(module, node.discriminant);
  if (!last || !/^[\w$.]+$/.test(code)) return null;
  const end = (node.end ?? 0) - 1;
  const close = /\n[ \t]*$/.exec(module.text.slice(0, end));
  const final = last.consequent.at(-1);
  const leaves = final && /^(Break|Return|Throw|Continue)Statement$/.test(final.type);
  if (!close || !leaves) return null;
  const { base } = positionAt(module, last.start ?? 0);
  const log = logLine(planning.loggerAt(node), style, "metered-realtime refused", [code]);
  const offset = end - close[0].length + (module.text[end - close[0].length] === "\r" ? 1 : 0);
  const start = module.text[offset - 1] === "\r" ? offset - 1 : offset;
  return {
    edits: [at(start, `${style.eol}${base}default:${style.eol}${base}${style.unit}${log}`)],
    title: "add a default that logs",
  };
};

/** S15: `type` in front of the specifier. */
export const importType: SitePlanner = (site, { style }) => {
  const { specifier, usedAsValue } = detailOf<TypeImport>(site);
  if (usedAsValue || !style.isTypeScript) return null;
  return { edits: [at(specifier.start ?? 0, "type ")], replaced: [specifier], title: "import the type" };
};

/** S17: an arrow function that calls the method on its object, and handles its promise, which nobody else sees. */
export const keepThis: SitePlanner = (site, planning) => {
  const { member } = detailOf<{ readonly member?: t.MemberExpression }>(site);
  if (!member) return null;
  const { module, style } = planning;
  const text = textOf(module, member);
  if (style.isEs5 || !/^[\w$.]+$/.test(text)) return null;
  // In TypeScript the rest has the method's own parameters; a type cannot name `this.client.publish`.
  if (style.isTypeScript && text.startsWith("this.")) return null;
  const params = style.isTypeScript ? `...args: Parameters<typeof ${text}>` : "...args";
  const err = style.errorName;
  const typed = style.isTypeScript ? `${err}: unknown` : err;
  const log = logLine(planning.loggerAt(member), style, `${site.name} failed`, [`String(${err})`]);
  return {
    edits: [
      {
        start: member.start ?? 0,
        end: member.end ?? 0,
        text: `(${params}) => ${text}(...args).catch((${typed}) => ${log.replace(/;$/, "")})`,
      },
    ],
    replaced: [member],
    safety: "review",
    title: "call it on its object",
  };
};

/** An async listener, and what it listens to. */
interface ListenerDetail {
  readonly fn: FunctionNode;
  readonly event: string;
  readonly role: string;
}

/** S13: the body of an async listener, in a `try`. */
export const catchInListener: SitePlanner = (site, planning) => {
  const { fn, event, role } = detailOf<ListenerDetail>(site);
  const { module, style } = planning;
  if (fn.body.type !== "BlockStatement" || fn.body.directives.length > 0) return null;
  const { body } = fn.body;
  const [first, last] = [body[0], body.at(-1)];
  if (!first || !last) return null;
  let hasTry = false;
  walk(fn.body, (node) => {
    if (node.type === "TryStatement") hasTry = true;
  });
  const { base, startsLine } = positionAt(module, first.start ?? 0);
  const close = /\n[ \t]*\}$/.exec(module.text.slice(0, fn.body.end ?? 0));
  if (hasTry || !startsLine || !close) return null;
  const caught = freeName([style.errorName, "err", "error"], namesIn([fn.body]));
  const words = `metered-realtime ${role} listener for ${event} failed`;
  const log = logLine(planning.loggerAt(fn), style, words, [`String(${caught})`]);
  const { unit, eol } = style;
  const end = last.end ?? 0;
  const lineEnd = module.text.slice(end).search(/\r?\n/) + end;
  return {
    edits: [
      at(first.start ?? 0, `try {${eol}${base}${unit}`),
      ...shiftLines(module, first.start ?? 0, lineEnd, unit),
      at(lineEnd, `${eol}${base}} catch (${caught}) {${eol}${base}${unit}${log}${eol}${base}}`),
    ],
    title: "catch in the listener",
    // One handler is enough: a second one inside would leave nothing for this one.
    also: planning.calls.filter(({ call }) => encloses(fn, call)),
  };
};
