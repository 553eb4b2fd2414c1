import Pusher from "pusher";
const pusher  = Pusher.forURL( process.env.PUSHER_URL );

export async function shipArrived( ship )
{
    await pusher.trigger( 'harbour', 'arrived', { ship } );
}
export const   untouched = [1,2,
  3];
