import superagent from 'superagent';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export async function send(method: Method, url: string, data: object): Promise<void> {
  await superagent[method](url).send(data);
}
