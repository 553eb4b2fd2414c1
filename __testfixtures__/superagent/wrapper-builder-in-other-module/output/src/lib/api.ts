import superagent from 'superagent';

const base = 'https://notes.example.com/api';

export const getJson = (path: string) => superagent.get(base + path).accept('json');

export function postJson(path: string, data: object) {
  return superagent.post(base + path).send(data);
}
