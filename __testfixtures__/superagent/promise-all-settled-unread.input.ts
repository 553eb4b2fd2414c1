import superagent from 'superagent';

export async function invalidate(edges: string[], path: string): Promise<void> {
  await Promise.allSettled(edges.map((edge) => superagent.post(`${edge}/purge`).send({ path })));
}
