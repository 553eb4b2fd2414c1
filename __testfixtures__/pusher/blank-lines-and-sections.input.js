import Pusher from 'pusher';


const pusher = Pusher.forURL(process.env.PUSHER_URL);


export async function rollDice(player) {

  const roll = (Date.now() % 6) + 1;


  await pusher.trigger('dice', 'rolled', { player, roll });


  return roll;

}
