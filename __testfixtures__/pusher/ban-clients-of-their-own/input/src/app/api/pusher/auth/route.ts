import Pusher from 'pusher';
import { auth } from '../../../../auth';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function POST(request: Request) {
  const { user } = await auth();
  const form = await request.formData();
  return Response.json(pusher.authenticateUser(String(form.get('socket_id')), { id: user.id }));
}
