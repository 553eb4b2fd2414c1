import superagent from 'superagent';

export const FETCH_ORDERS = 'FETCH_ORDERS';

export function fetchOrders() {
  return (dispatch) =>
    superagent.get('/api/orders').then((res) => dispatch({ type: FETCH_ORDERS, orders: res.body })).catch((err) => {
      const { status, code, message } = err;
      console.error('superagent.get or the code around it failed:', { status, code, message });
      throw err;
    });
}
