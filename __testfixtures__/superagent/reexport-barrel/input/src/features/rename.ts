import { http } from '@/lib';

export async function rename(id: string, name: string): Promise<void> {
  await http.patch(`/api/folders/${id}`).send({ name });
}
