import superagent from 'superagent';

export function warmUp(url: string): void {
  superagent.get(url).end((err) => {
    if (err) {
      const { status, code, message } = err;
      console.error('superagent.get failed:', { status, code, message });
    }
  });
}
