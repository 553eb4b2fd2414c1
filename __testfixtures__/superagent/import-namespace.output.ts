import * as request from 'superagent';

export async function health(): Promise<boolean> {
  try {
    const res = await request.get('http://localhost:8080/health');
    return res.ok;
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
