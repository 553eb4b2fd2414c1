import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function GuestBook({ entries }: { entries: string[] }) {
  async function sign(data: FormData) {
    'use server';
    await pusher.trigger('guest-book', 'signed', { name: String(data.get('name')) });
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
