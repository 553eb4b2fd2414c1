import superagent from 'superagent';

export function poll(url: string, show: (body: object) => void, retry: () => void): void {
  superagent.get(url).end((err, res) => {
    if (!err) {
      show(res.body);
    } else {
      retry();
    }
  });
}
