import { ALNUM, BASE64, DIGITS, HEX, type Random, URL_SAFE } from '../../core/context/gates/randomSecrets.ts';

/**
 * A text in which a rule of secretlint's preset finds a secret, put together at run time. `fileName` is what the rule wants the file to be called.
 */
export type PresetFormat = {
  rule: string;
  id: string;
  build: (random: Random) => { text: string; secret: string };
  fileName?: string;
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const dash = '-'.repeat(5);
const pem = (r: Random) =>
  [
    `${dash}BEGIN PRIVATE KEY${dash}`,
    `MI${r.text(ALNUM, 62)}`,
    ...Array.from({ length: 8 }, () => r.text(BASE64, 64)),
    `${dash}END PRIVATE KEY${dash}`,
  ].join('\n');
const serviceToken = (r: Random) => {
  const json = `{"email":"a@b.example","secretKey":"${r.text(ALNUM, 80)}"}`.padEnd(2);
  // The rule wants base64 that ends in that of a brace alone.
  return Buffer.from(json.padStart(json.length + ((4 - (json.length % 3)) % 3), ' ')).toString('base64');
};

/** `secret` stands in `text`; without `text` it is behind a name. */
const format = (
  rule: string,
  id: string,
  build: (r: Random) => string,
  text: (secret: string) => string = (secret) => `value: ${secret}\n`,
  more: Partial<PresetFormat> = {},
): PresetFormat => ({
  rule,
  id,
  build: (random) => {
    const secret = build(random);
    return { text: text(secret), secret };
  },
  ...more,
});
const password = (r: Random) => `k${r.text(ALNUM, 15)}`;

/** Every kind of message that the preset has at least one rule for, by what the rules document. */
export const PRESET_FORMATS: readonly PresetFormat[] = [
  format('1password', 'service account', (r) => `ops_${serviceToken(r)}`),
  format('anthropic', 'api', (r) => `sk-${'ant'}-api03-${r.text(URL_SAFE, 93)}AA`),
  format(
    'aws',
    'secret key',
    (r) => r.text(ALNUM, 40),
    (secret) => `AWS_SECRET_ACCESS_KEY = "${secret}"\n`,
  ),
  format('basicauth', 'url', password, (secret) => `curl https://deploy:${secret}@git.internal.io/repo\n`),
  ...['cfk', 'cfut', 'cfat'].map((kind) =>
    format('cloudflare', kind, (r) => `${kind}_${r.text(ALNUM, 40)}${r.text(HEX, 8)}`),
  ),
  ...['mongodb+srv', 'mongodb', 'mysql', 'jdbc:mysql', 'postgres', 'postgresql'].map((scheme) =>
    format(
      'database-connection-string',
      scheme,
      password,
      (s) => `${scheme}://svc:${s}@db.internal:1/main?a=b\n`,
    ),
  ),
  format('databricks', 'token', (r) => `dapi${r.text(HEX, 32)}`),
  format('docker', 'token', (r) => `dckr_${'pat'}_${r.text(URL_SAFE, 27)}`),
  format('figma', 'token', (r) => `figd_${r.text(URL_SAFE, 60)}`),
  format('gcp', 'service account', pem, (s) => JSON.stringify({ private_key_id: '1', private_key: s }), {
    fileName: 'key.json',
    build: (random) => {
      const key = pem(random);
      return { text: JSON.stringify({ private_key_id: '1', private_key: key }), secret: key.slice(40, 90) };
    },
  }),
  ...['ghp', 'gho', 'ghu', 'ghs', 'ghr'].map((kind) =>
    format('github', kind, (r) => `${kind}_${r.text(ALNUM, 36)}`),
  ),
  format('github', 'fine-grained', (r) => `github_${'pat'}_${r.text(ALNUM, 22)}_${r.text(ALNUM, 59)}`),
  format(
    'github',
    'installation',
    (r) => `ghs_${r.text(DIGITS, 7)}_eyJ${r.text(ALNUM, 33)}.eyJ${r.text(URL_SAFE, 97)}.${r.text(ALNUM, 86)}`,
  ),
  format('gitlab', 'personal', (r) => `glpat-${r.text(ALNUM, 20)}`),
  format('grafana', 'cloud', (r) => `glc_eyJ${r.text(ALNUM, 90)}==`),
  format('grafana', 'service account', (r) => `glsa_${r.text(ALNUM, 32)}_${r.text(HEX, 8)}`),
  format('groq', 'key', (r) => `gsk_${r.text(ALNUM, 52)}`),
  format('hashicorp-vault', 'service', (r) => `hvs.${r.text(URL_SAFE, 95)}`),
  format('hashicorp-vault', 'batch', (r) => `hvb.${r.text(URL_SAFE, 200)}`),
  format('hashicorp-vault', 'recovery', (r) => `hvr.${r.text(URL_SAFE, 95)}`),
  format('huggingface', 'token', (r) => `hf_${r.text(LETTERS, 34)}`),
  format('linear', 'key', (r) => `lin_api_${r.text(ALNUM, 40)}`),
  format('notion', 'token', (r) => `ntn_${r.text(DIGITS, 11)}${r.text(ALNUM, 35)}`),
  format('npm', 'token', (r) => `npm_${r.text(ALNUM, 36)}`),
  format(
    'npm',
    'npmrc',
    (r) => r.text(ALNUM, 40),
    (s) => `//packages.example.org/:_authToken=${s}\n`,
    {
      fileName: '.npmrc',
    },
  ),
  format(
    'npm',
    'x-oauth',
    (r) => r.text(HEX, 40),
    (s) => `"git+https://${s}:x-oauth-basic@github.com/a/b"\n`,
    {
      fileName: 'package.json',
    },
  ),
  format('openai', 'legacy', (r) => `sk-${r.text(ALNUM, 20)}T3Blbk${'FJ'}${r.text(ALNUM, 20)}`),
  ...['proj', 'svcacct', 'admin'].map((kind) =>
    format('openai', kind, (r) => `sk-${kind}-${r.text(ALNUM, 74)}T3Blbk${'FJ'}${r.text(ALNUM, 74)}`),
  ),
  format('privatekey', 'PKCS8', pem),
  format('sendgrid', 'key', (r) => `SG.${r.text(ALNUM, 22)}.${r.text(ALNUM, 21)}-${r.text(ALNUM, 21)}`),
  ...['at', 'ca', 'pa', 'ss'].map((kind) => format('shopify', kind, (r) => `shp${kind}_${r.text(HEX, 32)}`)),
  ...['b', 'p', 'a', 'o', 'r'].map((kind) =>
    format(
      'slack',
      kind,
      (r) => `xox${kind}-${r.text(DIGITS, 12)}-${r.text(DIGITS, 12)}-${r.text(ALNUM, 24)}`,
    ),
  ),
  format(
    'slack',
    'app',
    (r) => `xa${'pp'}-1-A${r.text(DIGITS, 10)}-${r.text(DIGITS, 13)}-${r.text(HEX, 40)}`,
  ),
  format(
    'slack',
    'webhook',
    (r) => `T${r.text(ALNUM, 8)}/B${r.text(ALNUM, 10)}/${r.text(ALNUM, 24)}`,
    (secret) => `https://hooks.${'slack'}.com/services/${secret}\n`,
  ),
  ...['sk_live', 'sk_test', 'rk_live', 'rk_test'].map((kind) =>
    format('stripe', kind, (r) => `${kind}_${r.text(ALNUM, 24)}`),
  ),
  ...['api', 'auth', 'client', 'scim', 'webhook'].map((kind) =>
    format('tailscale', kind, (r) => `tskey-${kind}-${r.text(ALNUM, 17)}-${r.text(ALNUM, 32)}`),
  ),
  ...['vcp', 'vci', 'vca', 'vcr', 'vck'].map((kind) =>
    format('vercel', kind, (r) => `${kind}_${r.text(ALNUM, 24)}`),
  ),
];
