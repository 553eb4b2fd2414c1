import superagent from 'superagent';

export class Catalogue {
  private readonly base = 'https://shop.example.com';

  search = async (q: string): Promise<object[]> => {
    try {
      const res = await superagent.get(`${this.base}/search`).query({ q });
      return res.body.hits;
    } catch (err) {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      console.error('superagent.get failed:', { status, code, message });
      throw err;
    }
  };
}
