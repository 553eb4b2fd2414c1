import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function remindPatient(patientId: string, appointment: Date) {
  try {
    await pusher.sendToUser(patientId, 'appointment-reminder', { at: appointment.toISOString() });
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
}
