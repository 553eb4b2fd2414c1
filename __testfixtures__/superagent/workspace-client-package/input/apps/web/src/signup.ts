import { signUp } from '@acme/api-client';

export async function onSubmit(form: { email: string }): Promise<void> {
  await signUp(form.email);
}
