import superagent from 'superagent';

export function cat(url) {
  superagent.get(url).pipe(process.stdout);
}
