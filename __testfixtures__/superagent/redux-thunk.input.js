import superagent from 'superagent';

export const FETCH_ORDERS = 'FETCH_ORDERS';

export function fetchOrders() {
  return (dispatch) =>
    superagent.get('/api/orders').then((res) => dispatch({ type: FETCH_ORDERS, orders: res.body }));
}
