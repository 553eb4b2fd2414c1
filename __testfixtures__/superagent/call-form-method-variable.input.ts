import superagent from 'superagent';

export async function call(method: string, path: string, data?: object): Promise<unknown> {
  const res = await superagent(method, `https://api.example.com${path}`).send(data);
  return res.body;
}
