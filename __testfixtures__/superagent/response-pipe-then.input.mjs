import superagent from 'superagent';

export function copy(url, dest) {
  return superagent.get(url).then((res) => res.pipe(dest));
}
