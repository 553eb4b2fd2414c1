import type * as t from "@babel/types";
import type { StatusRead } from "../../detect/realtime/seuraa/backend.ts";
import { TEXTS, type ChannelDetail } from "../../detect/realtime/seuraa/channels.ts";
import { isCall, isMember, unwrap, type Node } from "../../syntax/node.ts";
import { parentOf, textOf } from "../../syntax/sourceModule.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { listenerLines, logLine } from "./lines.ts";
import { detailOf, type SitePlanner } from "./planning.ts";
import { listenerPlace, problemOf } from "./seuraa/listenerPlace.ts";

/** B5: failures of the connection are logged. */
export const hearStatus: SitePlanner = (site, planning) => {
  const detail = detailOf<ChannelDetail>(site);
  const { style } = planning;
  const place = listenerPlace(detail, planning);
  if (!place || typeof place === "string") return place;
  const problem = problemOf(place);
  if (problem !== null) return problem;
  const q = style.quote;
  const status = style.isEs5 ? "event.status" : "status";
  const log = logLine(planning.loggerAt(detail.instance.node), style, "seuraa-edge connection", [status]);
  const body = [`if (${status} === ${q}error${q} || ${status} === ${q}retrying${q}) ${log}`];
  return {
    edits: [
      place.edit(
        listenerLines(place.name, "onStatus", "", style.isEs5 ? "event" : "{ status }", body, style),
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
  const { member, search } = detail;
  const taken = namesIn([module.ast.program]);
  if (freeName(["edgeHttpStatus"], taken) !== "edgeHttpStatus") return null;
  const read = `edgeHttpStatus(${textOf(module, unwrap(member.object))})`;
  const whole = search ?? member;
  const parent = parentOf(module, whole);
  const isOrder = parent?.type === "BinaryExpression" && /[<>]/.test(parent.operator);
  const number =
    search && isCall(search) ? /\d{3}/.exec(textOf(module, search.arguments[0] as Node))?.[0] : null;
  const asked = `${read} === ${number}`;
  return {
    edits: [
      {
        start: whole.start ?? 0,
        end: whole.end ?? 0,
        text: search
          ? parent?.type === "UnaryExpression"
            ? `(${asked})`
            : asked
          : isOrder
            ? `(${read} ?? 0)`
            : read,
      },
    ],
    replaced: [whole],
    title: "read the status from the text",
    needs: ["edgeHttpStatus"],
  };
};
