import { Client } from "@seuraa/edge/backend";

export function createNotifier(appKey: string, appSecret: string) {
  const edge = new Client({ appKey, appSecret });
  return {
    notify(user: string, data: unknown) {
      return edge.channels.publish(`private:user-${user}`, "notify", data);
    },
    async kick(tokenId: string) {
      await edge.auth.revoke(tokenId, { ttlSeconds: 600 });
    },
  };
}
