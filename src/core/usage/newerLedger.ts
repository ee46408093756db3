/** Said where the ledger is of a later version, which must not be touched. */
export const NEWER_LEDGER = 'The usage ledger was written by a newer Token Meter. Update Token Meter.';
