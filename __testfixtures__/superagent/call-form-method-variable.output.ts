import superagent from 'superagent';

export async function call(method: string, path: string, data?: object): Promise<unknown> {
  try {
    const res = await superagent(method, `https://api.example.com${path}`).send(data);
    return res.body;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.request failed:', { status, code, message });
    throw err;
  }
}
