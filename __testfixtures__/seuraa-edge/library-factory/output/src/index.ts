import { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

export function createNotifier(appKey: string, appSecret: string) {
  const edge = new Client({ appKey, appSecret });
  return {
    notify(user: string, data: unknown) {
      return edge.channels.publish(`private:user-${user}`, "notify", data).catch((err: unknown) => {
        console.error(
          "edge.channels.publish failed:",
          edgeHttpStatus(err) ?? String(err),
        );
        throw err;
      });
    },
    async kick(tokenId: string) {
      try {
        await edge.auth.revoke(tokenId, { ttlSeconds: 600 });
      } catch (err) {
        console.error(
          "edge.auth.revoke failed, the token still works:",
          edgeHttpStatus(err) ?? String(err),
        );
        throw err;
      }
    },
  };
}
