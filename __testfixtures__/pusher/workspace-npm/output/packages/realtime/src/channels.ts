export const basket = (id: string) => `basket-${id}`;
