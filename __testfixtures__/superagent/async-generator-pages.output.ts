import superagent from 'superagent';

export async function* pages(url: string): AsyncGenerator<object[]> {
  for (let page = 1; ; page += 1) {
    try {
      const { body } = await superagent.get(url).query({ page });
      if (body.length === 0) return;
      yield body;
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
}
