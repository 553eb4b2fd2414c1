import superagent from 'superagent';

export const fetchFeed = async (url: string) => {
  try {
    return (await superagent.get(url).buffer(true)).text;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    if (code === 'ETOOLARGE') {
      console.error(
        'superagent.get was cut off, the response is larger than allowed:',
        { status, code, message },
      );
    } else {
      console.error('superagent.get failed:', { status, code, message });
    }
    throw err;
  }
};
