import superagent from 'superagent';

export async function load(url: string): Promise<object> {
  try {
    const res = await superagent.get(url).timeout({ response: 5000 });
    return res.body;
  } catch (err) {
    const { status, code, message, timeout } = err as {
      status?: number;
      code?: string;
      message?: string;
      timeout?: number;
    };
    if (timeout) {
      console.error('superagent.get timed out:', { status, code, message });
    } else {
      console.error('superagent.get failed:', { status, code, message });
    }
    throw err;
  }
}
