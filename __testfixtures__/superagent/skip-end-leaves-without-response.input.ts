import request from 'superagent';

export const load = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request.get(url).end((_err, res) => {
      if (!res) return reject(new Error('no connection'));
      return resolve(res.text);
    });
  });
