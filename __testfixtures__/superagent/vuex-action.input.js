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
      const { body } = await request.get('/api/songs').query({ artist });
      commit('setSongs', body);
    },
  },
};
