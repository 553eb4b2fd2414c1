import superagent from 'superagent';

export function listChannels(token: string): Promise<string[]> {
  return superagent
    .get('https://slack.com/api/conversations.list')
    .query({ token })
    .then((res) => res.body.channels.map((channel: { name: string }) => channel.name));
}
