import superagent from 'superagent';

export function openObject(url) {
  return superagent.get(url).set('Accept', '*/*');
}
