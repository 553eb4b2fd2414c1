import superagent from 'superagent';

export function load(url: string, show: (text: string) => void): void {
  superagent.get(url).then(
    (res) => show(res.text),
    (err: Error) => show(err.message),
  );
}
