import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function Occupancy({ room }: { room: string }) {
  const response = await pusher.get({ path: `/channels/${room}` });
  return (
    <section>
      <p>
        Answer: {response.status}
      </p>
    </section>
  );
}
