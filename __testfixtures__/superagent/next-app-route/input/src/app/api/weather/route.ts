import superagent from 'superagent';

export async function GET(): Promise<Response> {
  const { body } = await superagent.get('https://weather.example.com/now');
  return Response.json(body);
}

export async function POST(request: Request): Promise<Response> {
  const report = await request.json();
  superagent
    .post('https://weather.example.com/reports')
    .send(report)
    .then((res) => console.log('reported', res.status));
  return new Response(null, { status: 202 });
}
