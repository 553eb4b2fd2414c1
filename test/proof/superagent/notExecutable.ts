/** Thrown for a program that the runner cannot run; the message says why. */
export class NotExecutable extends Error {}
