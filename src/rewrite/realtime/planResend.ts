import type { ResendDetail } from "../../detect/realtime/sockets/resends.ts";
import { isMember, unwrap, type Node } from "../../syntax/node.ts";
import { parentOf, textOf } from "../../syntax/sourceModule.ts";
import { detailOf, type SitePlanner } from "./planning.ts";

/** R10: a refused frame is sent again for transient codes only, a few times, with growing waits. */
export const resendByCode: SitePlanner = (site, { module }) => {
  const { call, frame } = detailOf<ResendDetail>(site);
  const callee = unwrap(call.callee as Node);
  if (
    frame === null ||
    !isMember(callee) ||
    callee.type !== "MemberExpression" ||
    call.arguments.length !== 1
  )
    return null;
  const [data] = call.arguments as readonly Node[];
  if (!data || parentOf(module, call)?.type !== "ExpressionStatement") return null;
  return {
    edits: [
      {
        start: call.start ?? 0,
        end: call.end ?? 0,
        text: `resendTransient(${textOf(module, callee.object)}, ${frame}, ${textOf(module, data)})`,
      },
    ],
    replaced: [call],
    title: "send again for transient codes only",
    needs: ["resendTransient"],
  };
};
