import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function wakeAll(deviceIds: string[]): void {
  deviceIds.forEach(async (deviceId) => {
    const channel = `device-${deviceId}`;
    try {
      await pusher.trigger(channel, 'wake', { at: Date.now() });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
    }
  });
}
