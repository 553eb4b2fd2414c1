import superagent from 'superagent';

const { body } = await superagent.get('https://status.example.com/summary.json');

for (const component of body.components) {
  console.log(component.name, component.status);
}
