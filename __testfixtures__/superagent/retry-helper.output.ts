import superagent from 'superagent';

async function retry<T>(times: number, task: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await task();
    } catch (error) {
      if (attempt >= times) throw error;
    }
  }
}

export async function loadIndex(url: string): Promise<object> {
  try {
    return await retry(3, async () => (await superagent.get(url)).body);
  } catch (error) {
    const { status, code, message } = error as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.get failed:', { status, code, message });
    throw error;
  }
}
