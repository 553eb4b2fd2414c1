import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function sendLetter(to: string, name: string): Promise<void> {
  if (name) {
    await pusher.sendToUser(to, 'letter', {
      body: `Dear ${name},

  this line is indented by two blanks,
and this one is not.
`,
    });
  }
}
