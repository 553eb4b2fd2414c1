import superagent from 'superagent';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export async function send(method: Method, url: string, data: object): Promise<void> {
  try {
    await superagent[method](url).send(data);
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.request failed:', { status, code, message });
    throw err;
  }
}
