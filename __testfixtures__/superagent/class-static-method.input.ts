import superagent from 'superagent';

export class Slack {
  static async say(text: string): Promise<void> {
    await superagent.post(process.env.SLACK_HOOK!).send({ text });
  }
}
