import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function GuestBook({ entries }: { entries: string[] }) {
  async function sign(data: FormData) {
    'use server';
    try {
      await pusher.trigger('guest-book', 'signed', { name: String(data.get('name')) });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.trigger failed:', err.status, err.message);
      } else {
        console.error('pusher.trigger failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }

  return (
    <form action={sign}>
      <ul>
        {entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
      <input name="name" />
    </form>
  );
}
