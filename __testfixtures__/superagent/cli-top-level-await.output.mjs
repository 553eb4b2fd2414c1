import superagent from 'superagent';

try {
  const { body } = await superagent.get('https://status.example.com/summary.json');

  for (const component of body.components) {
    console.log(component.name, component.status);
  }
} catch (err) {
  const { status, code, message } = err;
  console.error('superagent.get or the code around it failed:', { status, code, message });
  throw err;
}
