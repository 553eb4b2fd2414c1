import request from 'superagent';

export const loadPosts = () => (dispatch) => {
  dispatch({ type: 'POSTS_LOADING' });
  request.get('/api/posts').end((error, response) => {
    dispatch({ type: 'POSTS_LOADED', posts: response.body });
  });
};
