export const url = 'wss://rms.metered.ca/v1?key=pk_live_x'
