import superagent from 'superagent';

export function showCount(url: string, show: (count: number) => void): void {
  superagent.get(url).end((_err, res) => {
    if (_err) {
      const { status, code, message } = _err;
      console.error('superagent.get failed:', { status, code, message });
    }
    show(res?.body?.count ?? 0);
  });
}
