import $ from 'jquery';

export function submit(pusher) {
  $('#form').trigger('submit');
  $(document).trigger('pusher', ['event']);
  pusher.trigger('click');
}
