import type { MediaDetail } from "../../detect/realtime/sdk/mediaCalls.ts";
import { parentOf, textOf } from "../../syntax/sourceModule.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { rewritten, statementInList } from "./lines.ts";
import { detailOf, type SitePlanner } from "./planning.ts";

/** S10: a call that throws because the peer has left stops the camera first. */
export const stopTracks: SitePlanner = (site, { module, style }) => {
  const { call, media } = detailOf<MediaDetail>(site);
  const statement = call && parentOf(module, call);
  if (!call || statement?.type !== "ExpressionStatement" || media === null) return null;
  if (statementInList(statement, module) !== statement || style.isEs5) return null;
  const text = textOf(module, statement);
  if (text.includes("\n")) return null;
  const { unit, semicolon, errorName } = style;
  const taken = namesIn([statement]);
  const caught = freeName([errorName, "err", "error"], taken);
  const track = freeName(["track", "each"], taken);
  const stop =
    media.kind === "stream"
      ? `${media.name}.getTracks().forEach((${track}) => ${track}.stop())${semicolon}`
      : `${media.name}.stop()${semicolon}`;
  return {
    edits: [
      rewritten(
        statement,
        [
          "try {",
          unit + text,
          `} catch (${caught}) {`,
          unit + stop,
          `${unit}throw ${caught}${semicolon}`,
          "}",
        ],
        module,
        style,
      ),
    ],
    replaced: [statement],
    title: "stop the tracks where the peer has left",
    safety: "review",
  };
};
