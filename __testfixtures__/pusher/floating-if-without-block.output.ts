import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function saveSettings(settings: { theme: string; share: boolean }): string {
  if (settings.share) (async () => {
    await pusher.trigger('settings', 'changed', { theme: settings.theme });
  })().catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
  });
  return settings.theme;
}
