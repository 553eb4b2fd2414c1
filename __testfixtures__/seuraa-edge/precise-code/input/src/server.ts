import { Client } from "@seuraa/edge/backend";

const edge = new Client({ appKey: process.env["K"] ?? "", appSecret: process.env["S"] ?? "" });

export async function tell(id: string, data: unknown): Promise<boolean> {
  try {
    await edge.channels.publish("private:a", "b", data, { clientEventId: id });
    return true;
  } catch (err) {
    console.error("publish failed", err);
    return false;
  }
}

export async function tellAll(ids: string[]): Promise<void> {
  const results = await Promise.allSettled(ids.map((id) => edge.channels.publish(`private:${id}`, "b", {})));
  for (const result of results) if (result.status === "rejected") console.error(result.reason);
}

export async function logout(tokenId: string): Promise<Response> {
  try {
    await edge.auth.revoke(tokenId, { ttlSeconds: 3600 });
  } catch (err) {
    console.error("still valid", tokenId, err);
    return new Response(null, { status: 503 });
  }
  return new Response(null, { status: 204 });
}
