import superagent from 'superagent';
import type { Dispatch } from 'redux';

export const saveSettings = (settings: object) => async (dispatch: Dispatch) => {
  dispatch({ type: 'settings/saving' });
  try {
    const res = await superagent.put('/api/settings').send(settings);
    dispatch({ type: 'settings/saved', settings: res.body });
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.put or the code around it failed:', { status, code, message });
    throw err;
  }
};
