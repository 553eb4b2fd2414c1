import superagent from 'superagent';

export function load(url: string, show: (body: object) => void): void {
  try {
    superagent.get(url).then((res) => show(res.body));
  } catch (error) {
    console.error('not loaded', url);
  }
}
