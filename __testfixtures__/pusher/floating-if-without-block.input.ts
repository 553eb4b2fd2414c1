import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function saveSettings(settings: { theme: string; share: boolean }): string {
  if (settings.share) pusher.trigger('settings', 'changed', { theme: settings.theme });
  return settings.theme;
}
