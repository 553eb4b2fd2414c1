import superagent from 'superagent';

export async function check(url: string): Promise<{ status: number; code: string; message: string }> {
  try {
    const { status, body } = await superagent.get(url);
    const code = String(body.code);
    const message = String(body.message);
    return { status, code, message };
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get or the code around it failed:', { status, code, message });
    throw err;
  }
}
