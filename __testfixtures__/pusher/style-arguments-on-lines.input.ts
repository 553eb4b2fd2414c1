import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function routeChanged(route: { id: string; stops: string[] }, socketId?: string) {
  await pusher.trigger(
    ['routes', `route-${route.id}`],
    'changed',
    {
      id: route.id,
      stops: route.stops,
    },
    socketId ? { socket_id: socketId } : {},
  );
}
