import superagent from 'superagent';

export function removeDraft(id: string, onRemoved: () => void): void {
  superagent.delete(`/api/drafts/${id}`).end((error) => {
    if (error) {
      throw error;
    }
    onRemoved();
  });
}
