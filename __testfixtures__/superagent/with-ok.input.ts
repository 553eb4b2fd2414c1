import superagent from 'superagent';

export async function exists(url: string): Promise<boolean> {
  const res = await superagent.head(url).ok((reply) => reply.status < 500);
  return res.status !== 404;
}
