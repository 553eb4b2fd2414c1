import { signUp } from '@acme/api-client';

export async function onSubmit(form: { email: string }): Promise<void> {
  try {
    await signUp(form.email);
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('signUp failed:', { status, code, message });
    throw err;
  }
}
