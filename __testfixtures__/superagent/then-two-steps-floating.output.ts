import superagent from 'superagent';
import { render } from './render';

export function start(root: HTMLElement): void {
  superagent
    .get('/api/menu')
    .then((res) => res.body.items)
    .then((items) => render(root, items))
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
    });
}
