import superagent from 'superagent';

export function copy(url, dest) {
  superagent.get(url).pipe(dest);
}
