import { toggle } from './actions';

export default function Page() {
  return (
    <form action={toggle.bind(null, 'first', true)}>
      <button>Done</button>
    </form>
  );
}
