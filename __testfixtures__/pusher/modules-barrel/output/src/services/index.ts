export * from './realtime';
export * as mail from './mail';
