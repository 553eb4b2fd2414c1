import Pusher from 'pusher';
import { auth } from '../../../../auth';
import { isBlocked } from '../../../../ban-flow';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function POST(request: Request) {
  const { user } = await auth();
  const form = await request.formData();
  if (await isBlocked(user.id)) return Response.json({ error: 'Forbidden' }, { status: 403 });
  return Response.json(pusher.authenticateUser(String(form.get('socket_id')), { id: user.id }));
}
