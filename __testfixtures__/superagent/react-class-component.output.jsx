import React from 'react';
import superagent from 'superagent';

export default class Gallery extends React.Component {
  state = { photos: [] };

  async componentDidMount() {
    try {
      const { body } = await superagent.get('/api/photos').query({ album: this.props.album });
      this.setState({ photos: body });
    } catch (err) {
      const { status, code, message } = err;
      console.error('superagent.get or the code around it failed:', { status, code, message });
      throw err;
    }
  }

  render() {
    return <div>{this.state.photos.map((photo) => <img key={photo.id} src={photo.src} alt="" />)}</div>;
  }
}
