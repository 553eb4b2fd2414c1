import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function wakeAll(deviceIds: string[]): void {
  deviceIds.forEach(async (deviceId) => {
    const channel = `device-${deviceId}`;
    await pusher.trigger(channel, 'wake', { at: Date.now() });
  });
}
