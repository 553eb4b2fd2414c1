import superagent from 'superagent';
import noCache from 'superagent-no-cache';
import prefix from 'superagent-prefix';

export const loadMenu = () =>
  superagent
    .get('/menu')
    .use(noCache)
    .use(prefix('/api'))
    .then((res) => res.body);
