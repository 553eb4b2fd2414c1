import superagent from 'superagent';

export function load(url: string, show: (body: object) => void): void {
  try {
    superagent.get(url).then((res) => show(res.body)).catch((error: unknown) => {
      const { status, code, message } = error as {
        status?: number;
        code?: string;
        message?: string;
      };
      console.error(
        'superagent.get or the code around it failed:',
        { status, code, message },
      );
    });
  } catch (error) {
    console.error('not loaded', url);
  }
}
