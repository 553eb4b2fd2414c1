import Pusher from 'pusher';
import { loadTeam } from './teams';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function teamRenamed(teamId: string, name: string): void {
  loadTeam(teamId).then(async (team: { members: string[] }) => {
    await pusher.trigger(`team-${teamId}`, 'renamed', { name, size: team.members.length });
  }).catch((err: unknown) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message);
    } else {
      console.error('pusher.trigger or the code around it failed:', String(err).split('?')[0]);
    }
  });
}
