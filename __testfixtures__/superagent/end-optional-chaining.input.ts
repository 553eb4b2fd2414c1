import superagent from 'superagent';

export function showCount(url: string, show: (count: number) => void): void {
  superagent.get(url).end((_err, res) => {
    show(res?.body?.count ?? 0);
  });
}
