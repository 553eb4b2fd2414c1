import type * as t from "@babel/types";
import type { StatusRead } from "../../detect/realtime/seuraa/backend.ts";
import { TEXTS, type ChannelDetail } from "../../detect/realtime/seuraa/channels.ts";
import type { PublishDetail } from "../../detect/realtime/seuraa/publishes.ts";
import { isMember, unwrap, type Node } from "../../syntax/node.ts";
import { parentOf, textOf } from "../../syntax/sourceModule.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { holderOf } from "./holder.ts";
import { linesAfter, listenerLines, logLine, rewritten, statementInList } from "./lines.ts";
import { detailOf, type SitePlanner } from "./planning.ts";

/** B1: what `publish` says is looked at. */
export const lookAtSent: SitePlanner = (site, planning) => {
  const { call } = detailOf<PublishDetail>(site);
  const { module, style } = planning;
  const statement = parentOf(module, call);
  if (statement?.type !== "ExpressionStatement" || statementInList(statement, module) !== statement)
    return null;
  const callee = unwrap(call.callee as Node);
  if (!isMember(callee)) return null;
  const [event] = call.arguments;
  const words = event?.type === "StringLiteral" ? event.value : "channel.publish";
  const log = logLine(planning.loggerAt(call), style, `${words} was not sent, the socket is away`, []);
  return {
    edits: [rewritten(statement, [`if (!${textOf(module, call)}.sent) ${log}`], module, style)],
    replaced: [statement],
    title: "look at `sent`",
  };
};

/** B3: `server.error` is read, registered before anything subscribes. */
export const hearRefusals: SitePlanner = (site, planning) => {
  const { instance } = detailOf<ChannelDetail>(site);
  const { module, style } = planning;
  const holder = site.call === instance.node ? holderOf(instance.node, module) : null;
  if (!holder) return null;
  const log = logLine(planning.loggerAt(instance.node), style, "seuraa-edge refused", ["refusal"]);
  const keyword = style.isEs5 ? "var" : "const";
  const body = [`${keyword} refusal = edgeRefusal(event)${style.semicolon}`, `if (refusal) ${log}`];
  const lines = listenerLines(holder.name, "onRawEvent", "", "event", body, style);
  return {
    edits: [linesAfter(holder.statement, lines, module, style)],
    title: "read `server.error`",
    needs: ["edgeRefusal"],
  };
};

/** B5: failures of the connection are logged. */
export const hearStatus: SitePlanner = (site, planning) => {
  const { instance } = detailOf<ChannelDetail>(site);
  const { module, style } = planning;
  const holder = holderOf(instance.node, module);
  if (!holder || style.isEs5) return null;
  const q = style.quote;
  const log = logLine(planning.loggerAt(instance.node), style, "seuraa-edge connection", ["status"]);
  const body = [`if (status === ${q}error${q} || status === ${q}retrying${q}) ${log}`];
  return {
    edits: [
      linesAfter(
        holder.statement,
        listenerLines(holder.name, "onStatus", "", "{ status }", body, style),
        module,
        style,
      ),
    ],
    title: "listen for the connection's state",
  };
};

/** B7: a documented text is the same as its code. */
export const askForCode: SitePlanner = (site, { module, style }) => {
  const { node } = detailOf<{ readonly node: Node }>(site);
  if (node.type !== "BinaryExpression" || node.left.type === "PrivateName") return null;
  const sides = [node.left, node.right].map((side) => unwrap(side));
  const text = sides.find((side): side is t.StringLiteral => side.type === "StringLiteral");
  const member = sides.find((side) => isMember(side));
  const code = text && TEXTS[text.value];
  if (!text || !isMember(member) || member.computed || code === undefined) return null;
  const { property } = member;
  if (textOf(module, property) !== "message") return null;
  return {
    edits: [
      { start: property.start ?? 0, end: property.end ?? 0, text: "code" },
      { start: text.start ?? 0, end: text.end ?? 0, text: style.quote + code + style.quote },
    ],
    replaced: [node],
    title: "decide by the code",
  };
};

/** N4: the status is read from the text. */
export const readStatus: SitePlanner = (site, { module, style }) => {
  const detail = detailOf<StatusRead | undefined>(site);
  if (!detail?.isNumber || style.isEs5) return null;
  const { member } = detail;
  const taken = namesIn([module.ast.program]);
  if (freeName(["edgeHttpStatus"], taken) !== "edgeHttpStatus") return null;
  return {
    edits: [
      {
        start: member.start ?? 0,
        end: member.end ?? 0,
        text: `edgeHttpStatus(${textOf(module, member.object)})`,
      },
    ],
    replaced: [member],
    title: "read the status from the text",
    needs: ["edgeHttpStatus"],
  };
};
