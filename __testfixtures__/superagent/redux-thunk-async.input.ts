import superagent from 'superagent';
import type { Dispatch } from 'redux';

export const saveSettings = (settings: object) => async (dispatch: Dispatch) => {
  dispatch({ type: 'settings/saving' });
  const res = await superagent.put('/api/settings').send(settings);
  dispatch({ type: 'settings/saved', settings: res.body });
};
