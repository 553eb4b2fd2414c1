import superagent from 'superagent';

export class Slack {
  static async say(text: string): Promise<void> {
    try {
      await superagent.post(process.env.SLACK_HOOK!).send({ text });
    } catch (err) {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      console.error('superagent.post failed:', { status, code, message });
      throw err;
    }
  }
}
