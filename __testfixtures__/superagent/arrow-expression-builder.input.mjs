import superagent from 'superagent';

export const search = (q) => superagent.get('/search').query({ q });
