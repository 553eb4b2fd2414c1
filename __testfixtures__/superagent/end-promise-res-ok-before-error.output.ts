import superagent from 'superagent';

export function signIn(user: string, password: string): Promise<string> {
  return new Promise((resolve, reject) => {
    superagent
      .post('/login')
      .send({ user, password })
      .end((err, res) => {
        if (err && !res) {
          const { status, code, message } = err;
          console.error('superagent.post failed:', { status, code, message });
          return reject(err);
        }
        if (res.ok) {
          resolve(res.body.token);
        } else {
          reject(err);
        }
      });
  });
}
