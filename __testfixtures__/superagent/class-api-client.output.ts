import superagent from 'superagent';

export class ForumClient {
  constructor(
    private readonly host: string,
    private readonly apiKey: string,
  ) {}

  async topic(id: number): Promise<object> {
    try {
      const { body } = await superagent.get(`${this.host}/t/${id}.json`).set('Api-Key', this.apiKey);
      return body;
    } catch (err) {
      const { status, code, message } = err as { status?: number; code?: string; message?: string };
      console.error('superagent.get failed:', { status, code, message });
      throw err;
    }
  }

  createPost(topicId: number, raw: string) {
    return superagent
      .post(`${this.host}/posts.json`)
      .set('Api-Key', this.apiKey)
      .send({ topic_id: topicId, raw })
      .catch((err: unknown) => {
        const { status, code, message } = err as {
          status?: number;
          code?: string;
          message?: string;
        };
        console.error('superagent.post failed:', { status, code, message });
        throw err;
      });
  }

  async deletePost(id: number): Promise<void> {
    try {
      await superagent.delete(`${this.host}/posts/${id}.json`).set('Api-Key', this.apiKey);
    } catch (err) {
      const { status, code, message } = err as { status?: number; code?: string; message?: string };
      console.error('superagent.delete failed:', { status, code, message });
      throw err;
    }
  }
}
