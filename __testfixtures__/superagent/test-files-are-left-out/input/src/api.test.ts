import superagent from 'superagent';
import { expect, test } from 'vitest';
import { setName } from './api';

test('the name is stored', async () => {
  await setName('7', 'Ada');
  const res = await superagent.get('http://localhost:3000/api/users/7');
  expect(res.body.name).toBe('Ada');
});
