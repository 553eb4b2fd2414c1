import superagent from 'superagent';

export async function GET(): Promise<Response> {
  try {
    const { body } = await superagent.get('https://weather.example.com/now');
    return Response.json(body);
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error(
      'superagent.get or the code around it failed:',
      { status, code, message },
    );
    throw err;
  }
}

export async function POST(request: Request): Promise<Response> {
  const report = await request.json();
  superagent
    .post('https://weather.example.com/reports')
    .send(report)
    .then((res) => console.log('reported', res.status))
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
  return new Response(null, { status: 202 });
}
