import type { FoundSecret } from './foundSecret.ts';
import { hasVariety } from './secretChecks.ts';

/** A bot token has no prefix: the id of the bot in base64, a time, a signature. Source: https://discord.com/developers/docs/reference#authentication */
const BOT_TOKEN =
  /(?<![A-Za-z0-9_-])[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,38}(?![A-Za-z0-9_-])/g;

/** Finds bot tokens of Discord. */
export function scanDiscord(text: string): FoundSecret[] {
  return [...text.matchAll(BOT_TOKEN)]
    .filter(([token]) => hasVariety(token) && /\d/.test(token) && /[a-z]/.test(token))
    .map(({ index, 0: token }) => ({ start: index, end: index + token.length, kind: 'discordBot' }));
}
