import { AI_RULES } from './rules/aiRules.ts';
import { CLOUD_RULES } from './rules/cloudRules.ts';
import { CODE_HOST_RULES } from './rules/codeHostRules.ts';
import { GENERAL_RULES } from './rules/generalRules.ts';
import { MESSAGING_RULES } from './rules/messagingRules.ts';
import { NAMED_RULES } from './rules/namedRules.ts';
import { PAYMENT_RULES } from './rules/paymentRules.ts';
import { SERVICE_RULES } from './rules/serviceRules.ts';

/** Every format with a form of its own. Where two fit, the earlier one names it. */
export const TOKEN_RULES = [
  ...AI_RULES,
  ...CLOUD_RULES,
  ...CODE_HOST_RULES,
  ...PAYMENT_RULES,
  ...MESSAGING_RULES,
  ...SERVICE_RULES,
  ...GENERAL_RULES,
] as const;

/** What code of our own finds, beside the tables. The last two know no format, only a telling name. */
export const SCANNED_KINDS = [
  { id: 'privateKey', label: 'private key' },
  { id: 'discordBot', label: 'Discord bot token' },
  { id: 'urlCredentials', label: 'URL credentials' },
  { id: 'password', label: 'password' },
  { id: 'genericSecret', label: 'secret' },
] as const;

export type SecretKind = (typeof TOKEN_RULES | typeof NAMED_RULES | typeof SCANNED_KINDS)[number]['id'];

/** Kinds that rest on a name alone: where another kind covers the same place, that one is told. */
export const GUESSED_KINDS: ReadonlySet<SecretKind> = new Set(['password', 'genericSecret', 'bearer']);

/** What `redactSecrets` writes; also the closed set of texts that the scan takes for "already redacted". */
export const SECRET_LABELS: ReadonlyMap<SecretKind, string> = new Map(
  [...TOKEN_RULES, ...NAMED_RULES, ...SCANNED_KINDS].map(({ id, label }) => [id, label]),
);
