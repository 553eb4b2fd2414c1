import superagent from 'superagent';
import { render } from './render';

export function start(root: HTMLElement): void {
  superagent
    .get('/api/menu')
    .then((res) => res.body.items)
    .then((items) => render(root, items));
}
