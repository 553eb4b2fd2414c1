import { pusher } from '../../../../pusher';

export const POST = async (request: Request) => {
  const form = await request.formData();
  return Response.json(pusher.authorizeChannel(String(form.get('socket_id')), String(form.get('channel_name'))));
};
