import superagent from 'superagent';

export class Catalogue {
  private readonly base = 'https://shop.example.com';

  search = async (q: string): Promise<object[]> => {
    const res = await superagent.get(`${this.base}/search`).query({ q });
    return res.body.hits;
  };
}
