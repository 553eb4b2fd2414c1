import superagent from 'superagent';

export function warmUp(url: string): void {
  superagent.get(url).end(() => {});
}
