/** A hostile text has taken all memory of the parser in this thread, and left it unusable: only a new thread can parse again. */
export class LostParserError extends Error {}
