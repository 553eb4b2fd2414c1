import superagent = require('superagent');

export async function loadConfig(url: string): Promise<object> {
  try {
    const res = await superagent.get(url);
    return res.body;
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
