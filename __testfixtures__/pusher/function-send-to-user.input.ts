import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function remindPatient(patientId: string, appointment: Date) {
  await pusher.sendToUser(patientId, 'appointment-reminder', { at: appointment.toISOString() });
}
