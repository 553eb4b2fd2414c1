import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function routeChanged(route: { id: string; stops: string[] }, socketId?: string) {
  try {
    await pusher.trigger(
      ['routes', `route-${route.id}`],
      'changed',
      {
        id: route.id,
        stops: route.stops,
      },
      socketId ? { socket_id: socketId } : {},
    );
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
