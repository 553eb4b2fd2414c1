import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function save(button: { disabled: boolean }): void {
  button.disabled = true;
  pusher
    .trigger('forms', 'saved', {})
    .catch((error: Error) => console.warn('not announced', error.name))
    .finally(() => {
      button.disabled = false;
    });
}
