import superagent from 'superagent';

export class ForumClient {
  constructor(
    private readonly host: string,
    private readonly apiKey: string,
  ) {}

  async topic(id: number): Promise<object> {
    const { body } = await superagent.get(`${this.host}/t/${id}.json`).set('Api-Key', this.apiKey);
    return body;
  }

  createPost(topicId: number, raw: string) {
    return superagent
      .post(`${this.host}/posts.json`)
      .set('Api-Key', this.apiKey)
      .send({ topic_id: topicId, raw });
  }

  async deletePost(id: number): Promise<void> {
    await superagent.delete(`${this.host}/posts/${id}.json`).set('Api-Key', this.apiKey);
  }
}
