/** Tokens that a suggested scope may have where nobody has said. */
export const DEFAULT_TOKEN_BUDGET = 16_000;
/** A larger one in the editor is a typing error. */
export const MAX_TOKEN_BUDGET = 10_000_000;
