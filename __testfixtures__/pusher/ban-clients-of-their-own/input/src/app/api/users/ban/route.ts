import Pusher from 'pusher';
import { saveBan } from '../../../../bans';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function POST(request: Request) {
  const { userId } = (await request.json()) as { userId: string };
  await saveBan(userId);
  await pusher.terminateUserConnections(userId);
  return Response.json({ ok: true });
}
