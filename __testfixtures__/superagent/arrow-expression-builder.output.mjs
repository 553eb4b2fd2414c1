import superagent from 'superagent';

export const search = (q) => superagent.get('/search').query({ q }).catch((err) => {
  const { status, code, message } = err;
  console.error('superagent.get failed:', { status, code, message });
  throw err;
});
