import superagent from 'superagent';

export async function loadUsers(): Promise<string[]> {
  return (await superagent.get('/api/users').accept('json')).body;
}
