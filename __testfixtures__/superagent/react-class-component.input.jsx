import React from 'react';
import superagent from 'superagent';

export default class Gallery extends React.Component {
  state = { photos: [] };

  async componentDidMount() {
    const { body } = await superagent.get('/api/photos').query({ album: this.props.album });
    this.setState({ photos: body });
  }

  render() {
    return <div>{this.state.photos.map((photo) => <img key={photo.id} src={photo.src} alt="" />)}</div>;
  }
}
