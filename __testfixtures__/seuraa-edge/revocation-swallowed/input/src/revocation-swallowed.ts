import { Client } from "@seuraa/edge/backend";

const edge = new Client({ appKey: "k", appSecret: "s" });

export async function signOut(tokenId: string): Promise<void> {
  edge.auth.revoke(tokenId, { ttlSeconds: 3600 }).catch(() => {});
}
