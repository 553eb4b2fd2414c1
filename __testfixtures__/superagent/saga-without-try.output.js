import { call, put, takeLatest } from 'redux-saga/effects';
import superagent from 'superagent';

const fetchUser = (id) => superagent.get(`/api/users/${id}`).catch((err) => {
  const { status, code, message } = err;
  console.error('superagent.get failed:', { status, code, message });
  throw err;
});

function* loadUser(action) {
  const res = yield call(fetchUser, action.id);
  yield put({ type: 'USER_LOADED', user: res.body });
}

export default function* root() {
  yield takeLatest('USER_REQUESTED', loadUser);
}
