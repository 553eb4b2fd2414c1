import superagent from 'superagent';

export function listChannels(token: string): Promise<string[]> {
  return superagent
    .get('https://slack.com/api/conversations.list')
    .query({ token })
    .then((res) => res.body.channels.map((channel: { name: string }) => channel.name))
    .catch((err: unknown) => {
      const { status, code, message } = err as { status?: number; code?: string; message?: string };
      console.error('superagent.get or the code around it failed:', { status, code, message });
      throw err;
    });
}
