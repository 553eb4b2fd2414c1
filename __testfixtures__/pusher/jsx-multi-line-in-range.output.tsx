import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function Occupancy({ room }: { room: string }) {
  try {
    const response = await pusher.get({ path: `/channels/${room}` });
    return (
      <section>
        <p>
          Answer: {response.status}
        </p>
      </section>
    );
  } catch (err) {
    if (err instanceof Pusher.RequestError && err.status === 400) {
      console.error(
        'pusher.get was refused, the path or its parameters are wrong:',
        err.message,
      );
    } else if (err instanceof Pusher.RequestError) {
      console.error('pusher.get failed:', err.status, err.message);
    } else {
      console.error('pusher.get failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
