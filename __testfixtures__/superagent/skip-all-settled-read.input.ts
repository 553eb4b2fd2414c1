import superagent from 'superagent';

export async function purge(edges: string[]): Promise<number> {
  const results = await Promise.allSettled(edges.map((edge) => superagent.post(`${edge}/purge`)));
  const failed = results.filter((result) => result.status === 'rejected');
  if (failed.length > 0) console.error(failed.length, 'edges were not purged');
  return failed.length;
}
