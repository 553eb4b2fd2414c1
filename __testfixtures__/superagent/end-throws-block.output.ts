import superagent from 'superagent';

export function removeDraft(id: string, onRemoved: () => void): void {
  superagent.delete(`/api/drafts/${id}`).end((error) => {
    if (error) {
      const { status, code, message } = error;
      console.error('superagent.delete failed:', { status, code, message });
      return;
    }
    onRemoved();
  });
}
