import type { Random } from './randomSecrets.ts';
import type { SecretFormat } from './secretFormats.ts';

export type Specimen = { text: string; secret: string };

/** Where and how a secret stands in a text. A secret that is encoded is found when what it is encoded in is covered. */
export type SecretPosition = {
  id: string;
  place: (format: SecretFormat, secret: string, random: Random) => Specimen;
};

const lineOf = (format: SecretFormat, secret: string) =>
  format.line?.(secret) ?? `${format.name ?? 'VALUE'}=${secret}`;
const camel = (name: string) =>
  name.toLowerCase().replace(/_([a-z])/g, (_, char: string) => char.toUpperCase());

export const SECRET_POSITIONS: readonly SecretPosition[] = [
  {
    id: 'assignment',
    place: (format, secret) => ({ text: `# settings\n${lineOf(format, secret)}\nDEBUG=1\n`, secret }),
  },
  {
    id: 'json',
    place: (format, secret) => {
      const value = format.line?.(secret) ?? secret;
      const text = JSON.stringify({ debug: true, [camel(format.name ?? 'VALUE')]: value, port: 80 }, null, 2);
      return { text, secret: JSON.stringify(secret).slice(1, -1) };
    },
  },
  {
    id: 'log or url',
    place: (format, secret) => {
      const value = encodeURIComponent(secret);
      if (format.line) {
        const line = format.line(secret);
        return { text: `2026-11-22T07:00:00Z INFO [worker-3] connecting: ${line} (attempt 2)\n`, secret };
      }
      const name = (format.name ?? 'value').toLowerCase();
      return {
        text: `GET https://api.internal/v1/items?page=2&${name}=${value}&sort=asc 200 12ms\n`,
        secret: value,
      };
    },
  },
  {
    id: 'zero-width',
    place: (format, secret, random) => {
      const at = 2 + random.next(secret.length - 3);
      const hidden = `${secret.slice(0, at)}\u200b${secret.slice(at)}`;
      return { text: `${lineOf(format, hidden)}\n`, secret: hidden };
    },
  },
  {
    id: 'base64',
    place: (format, secret) => {
      const encoded = Buffer.from(`${lineOf(format, secret)}\n`).toString('base64');
      return { text: `data:\n  blob: ${encoded}\n`, secret: encoded };
    },
  },
  {
    id: 'base64 wrapped',
    place: (format, secret) => {
      const encoded = Buffer.from(`# env\n${lineOf(format, secret)}`).toString('base64url');
      const wrapped = encoded.replace(/(.{64})(?=.)/g, '$1\n');
      return { text: `begin\n${wrapped}\nend.\n`, secret: wrapped };
    },
  },
  {
    id: 'utf-16',
    place: (format, secret) => {
      const widen = (text: string) => Buffer.from(text, 'utf16le').toString('latin1');
      return { text: widen(`[main]\r\n${lineOf(format, secret)}\r\n`), secret: widen(secret).slice(0, -1) };
    },
  },
  {
    id: 'disabled comment',
    place: (format, secret) => ({
      text: [
        '// secretlint-disable',
        '/* eslint-disable */ // gitleaks:allow',
        ...lineOf(format, secret)
          .split('\n')
          .map((line) => `// ${line}`),
        '// # noqa: S105  # pragma: allowlist secret  # nosec',
      ].join('\n'),
      secret: secret.replaceAll('\n', '\n// '),
    }),
  },
];
