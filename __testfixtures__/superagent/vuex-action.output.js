import request from 'superagent';

export default {
  state: { songs: [] },
  mutations: {
    setSongs(state, songs) {
      state.songs = songs;
    },
  },
  actions: {
    async loadSongs({ commit }, artist) {
      try {
        const { body } = await request.get('/api/songs').query({ artist });
        commit('setSongs', body);
      } catch (err) {
        const { status, code, message } = err;
        console.error(
          'superagent.get or the code around it failed:',
          { status, code, message },
        );
        throw err;
      }
    },
  },
};
