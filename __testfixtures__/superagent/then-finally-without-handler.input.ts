import superagent from 'superagent';

export function submit(form: { busy: boolean; data: object }): void {
  form.busy = true;
  superagent
    .post('/api/forms')
    .send(form.data)
    .then(() => console.log('submitted'))
    .finally(() => {
      form.busy = false;
    });
}
