import http from 'superagent';

export async function store(key, value) {
  try {
    await http.put(`https://kv.example.com/${key}`).send(value);
  } catch (err) {
    const { status, code, message } = err;
    console.error('superagent.put failed:', { status, code, message });
    throw err;
  }
}
