import Pusher from 'pusher';
import { saveBan } from '../../../../bans';
import { block, terminate } from '../../../../ban-flow';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function POST(request: Request) {
  const { userId } = (await request.json()) as { userId: string };
  await saveBan(userId);
  try {
    await block(userId);
    await terminate(userId);
  } catch (err) {
    console.error('ban flow failed:', userId, String(err));
    throw err;
  }
  return Response.json({ ok: true });
}
