import request from 'superagent';

export async function fetchText(url: string): Promise<string> {
  try {
    const res = await request(url);
    return res.text;
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
}
