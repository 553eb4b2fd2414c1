import { harvested } from './harvest';

test('a failure does not stop the harvest', async () => {
  try {
    await harvested('north');
  } catch (error) {
    console.error('expected');
  }
});
