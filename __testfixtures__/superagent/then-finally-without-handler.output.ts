import superagent from 'superagent';

export function submit(form: { busy: boolean; data: object }): void {
  form.busy = true;
  superagent
    .post('/api/forms')
    .send(form.data)
    .then(() => console.log('submitted'))
    .finally(() => {
      form.busy = false;
    })
    .catch((err: unknown) => {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      console.error(
        'superagent.post or the code around it failed:',
        { status, code, message },
      );
    });
}
