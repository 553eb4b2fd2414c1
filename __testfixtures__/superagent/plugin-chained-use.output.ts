import superagent from 'superagent';
import noCache from 'superagent-no-cache';
import prefix from 'superagent-prefix';

export const loadMenu = () =>
  superagent
    .get('/menu')
    .use(noCache)
    .use(prefix('/api'))
    .then((res) => res.body)
    .catch((err: unknown) => {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      console.error(
        'superagent.get or the code around it failed:',
        { status, code, message },
      );
      throw err;
    });
