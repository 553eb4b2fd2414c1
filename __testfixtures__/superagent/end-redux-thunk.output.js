import request from 'superagent';

export const loadPosts = () => (dispatch) => {
  dispatch({ type: 'POSTS_LOADING' });
  request.get('/api/posts').end((error, response) => {
    if (error) {
      const { status, code, message } = error;
      console.error('superagent.get failed:', { status, code, message });
      return;
    }
    dispatch({ type: 'POSTS_LOADED', posts: response.body });
  });
};
