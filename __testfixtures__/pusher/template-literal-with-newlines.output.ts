import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function sendLetter(to: string, name: string): Promise<void> {
  if (name) {
    try {
      await pusher.sendToUser(to, 'letter', {
        body: `Dear ${name},

  this line is indented by two blanks,
and this one is not.
`,
      });
    } catch (err) {
      if (err instanceof Pusher.RequestError) {
        console.error('pusher.sendToUser failed:', err.status, err.message);
      } else {
        console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
      }
      throw err;
    }
  }
}
