import superagent from 'superagent';

export function signIn(user: string, password: string): Promise<string> {
  return new Promise((resolve, reject) => {
    superagent
      .post('/login')
      .send({ user, password })
      .end((err, res) => {
        if (res.ok) {
          resolve(res.body.token);
        } else {
          reject(err);
        }
      });
  });
}
