import { call, put } from 'redux-saga/effects';
import superagent from 'superagent';

export function* loadUser(action) {
  try {
    const res = yield superagent.get(`/api/users/${action.id}`);
    yield put({ type: 'USER_LOADED', user: res.body });
  } catch (error) {
    yield put({ type: 'USER_FAILED', message: error.message });
  }
}
