import superagent from 'superagent';

export async function login(user: string, password: string) {
  return superagent.post('/session').send({ user, password });
}
