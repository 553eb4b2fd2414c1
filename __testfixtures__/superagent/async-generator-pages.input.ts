import superagent from 'superagent';

export async function* pages(url: string): AsyncGenerator<object[]> {
  for (let page = 1; ; page += 1) {
    const { body } = await superagent.get(url).query({ page });
    if (body.length === 0) return;
    yield body;
  }
}
