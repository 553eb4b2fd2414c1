import superagent from 'superagent';

export function load(url: string): Promise<object> {
  return new Promise((resolve, reject) => {
    superagent.get(url).end((err, res) => (err ? reject(err) : resolve(res.body)));
  });
}

export async function print(url: string): Promise<void> {
  try {
    console.log(await load(url));
  } catch (error) {
    console.error('not loaded', url);
  }
}
