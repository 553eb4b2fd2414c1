import superagent from 'superagent';

export async function invalidate(edges: string[], path: string): Promise<void> {
  await Promise.allSettled(edges.map((edge) => superagent.post(`${edge}/purge`).send({ path }).catch((err: unknown) => {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.post failed:', { status, code, message });
  })));
}
