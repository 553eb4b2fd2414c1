import http from 'superagent';

export async function store(key, value) {
  await http.put(`https://kv.example.com/${key}`).send(value);
}
