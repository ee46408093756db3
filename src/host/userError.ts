/** Something the user can act on; the message names the next step. Anything else that is thrown goes to the log. */
export class UserError extends Error {}
