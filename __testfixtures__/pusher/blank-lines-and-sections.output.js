import Pusher from 'pusher';


const pusher = Pusher.forURL(process.env.PUSHER_URL);


export async function rollDice(player) {

  const roll = (Date.now() % 6) + 1;


  try {
    await pusher.trigger('dice', 'rolled', { player, roll });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0]);
    }
    throw err;
  }


  return roll;

}
