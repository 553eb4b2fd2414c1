import superagent from 'superagent';

export async function check(url: string): Promise<{ status: number; code: string; message: string }> {
  const { status, body } = await superagent.get(url);
  const code = String(body.code);
  const message = String(body.message);
  return { status, code, message };
}
