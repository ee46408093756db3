import {
  ALNUM,
  BASE32,
  BASE64,
  DIGITS,
  HEX,
  LOWER_ALNUM,
  type Random,
  UPPER_ALNUM,
  URL_SAFE,
} from './randomSecrets.ts';

/** A format to be found. What `build` gives is put together at run time: no file of this repository holds anything like a key. */
export type SecretFormat = {
  id: string;
  build: (random: Random) => string;
  /** The name in `NAME=secret`; formats without a form of their own are known by it. */
  name?: string;
  /** Whole text instead of `NAME=secret`, for formats that bring their own context. */
  line?: (secret: string) => string;
  /** Found in every position, as the product promises. */
  isPromised?: true;
};

const uuid = (r: Random) => [8, 4, 4, 4, 12].map((length) => r.text(HEX, length)).join('-');
const dash = '-'.repeat(5);
const pem =
  (kind: string, head = '') =>
  (r: Random) =>
    [
      `${dash}BEGIN ${kind}${dash}`,
      ...(head === '' ? [] : [head, '']),
      ...Array.from({ length: 12 }, () => r.text(BASE64, 64)),
      `${r.text(BASE64, 38)}==`,
      `${dash}END ${kind}${dash}`,
    ].join('\n');
const jwt = (r: Random) =>
  [
    Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url'),
    Buffer.from(`{"sub":"${r.text(DIGITS, 10)}","iat":1516239022}`).toString('base64url'),
    r.text(URL_SAFE, 43),
  ].join('.');
const url = (scheme: string, host: string) => (secret: string) => `${scheme}://svc:${secret}@${host}/main`;
const format = (
  id: string,
  build: (r: Random) => string,
  more: Partial<SecretFormat> = {},
): SecretFormat => ({
  id,
  build,
  ...more,
});
const promised = { isPromised: true } as const;

export const SECRET_FORMATS: readonly SecretFormat[] = [
  ...['RSA ', 'EC ', 'DSA ', 'OPENSSH ', 'ENCRYPTED ', ''].map((kind) =>
    format(`pem ${kind || 'PKCS8'}`.trim(), pem(`${kind}PRIVATE KEY`), promised),
  ),
  format('pem PGP', pem('PGP PRIVATE KEY BLOCK', 'Version: GnuPG v2'), promised),
  format(
    'pem RSA encrypted',
    pem('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00'),
    promised,
  ),
  format('aws access key', (r) => `AK${'IA'}${r.text(BASE32, 16)}`, promised),
  format('aws temporary key', (r) => `AS${'IA'}${r.text(BASE32, 16)}`, promised),
  format('aws secret key', (r) => r.text(BASE64, 40), { ...promised, name: 'AWS_SECRET_ACCESS_KEY' }),
  format('aws session token', (r) => `IQoJ${'b3JpZ2lu'}${r.text(BASE64, 300)}==`, {
    ...promised,
    name: 'AWS_SESSION_TOKEN',
  }),
  ...['p', 'o', 'u', 's', 'r'].map((kind) =>
    format(`github gh${kind}`, (r) => `gh${kind}_${r.text(ALNUM, 36)}`, promised),
  ),
  format('github fine-grained', (r) => `github_${'pat'}_${r.text(ALNUM, 22)}_${r.text(ALNUM, 59)}`, promised),
  ...['pat', 'dt', 'rt', 'ptt', 'cbt'].map((kind) =>
    format(`gitlab ${kind}`, (r) => `gl${kind}-${r.text(URL_SAFE, 20)}`),
  ),
  format('openai', (r) => `sk-${r.text(ALNUM, 20)}T3Blbk${'FJ'}${r.text(ALNUM, 20)}`, promised),
  ...['proj', 'svcacct', 'admin'].map((kind) =>
    format(
      `openai ${kind}`,
      (r) => `sk-${kind}-${r.text(URL_SAFE, 74)}T3Blbk${'FJ'}${r.text(URL_SAFE, 74)}`,
      promised,
    ),
  ),
  format('anthropic api', (r) => `sk-${'ant'}-api03-${r.text(URL_SAFE, 93)}AA`, promised),
  format('anthropic admin', (r) => `sk-${'ant'}-admin01-${r.text(URL_SAFE, 93)}AA`, promised),
  format('anthropic oauth', (r) => `sk-${'ant'}-oat01-${r.text(URL_SAFE, 93)}AA`, promised),
  format('google api', (r) => `AI${'za'}${r.text(URL_SAFE, 35)}`, promised),
  format('google oauth secret', (r) => `GOC${'SPX'}-${r.text(URL_SAFE, 28)}`, promised),
  format('google access', (r) => `ya${'29'}.${r.text(URL_SAFE, 120)}`, promised),
  format('google service account', (r) => pem('PRIVATE KEY')(r).replaceAll('\n', '\\n'), {
    ...promised,
    line: (secret) => `{"type":"service_account","project_id":"acme","private_key":"${secret}\\n"}`,
  }),
  ...['sk_live', 'rk_live', 'sk_test'].map((kind) =>
    format(`stripe ${kind}`, (r) => `${kind}_${r.text(ALNUM, 24)}`, promised),
  ),
  format('stripe webhook', (r) => `whs${'ec'}_${r.text(ALNUM, 32)}`, promised),
  ...['b', 'p', 'a', 'r', 's'].map((kind) =>
    format(
      `slack xox${kind}`,
      (r) => `xox${kind}-${r.text(DIGITS, 12)}-${r.text(DIGITS, 13)}-${r.text(ALNUM, 24)}`,
      promised,
    ),
  ),
  format('slack rotating', (r) => `xoxe.xo${'xp'}-1-${r.text(ALNUM, 160)}`, promised),
  format(
    'slack app',
    (r) => `xa${'pp'}-1-A${r.text(UPPER_ALNUM, 10)}-${r.text(DIGITS, 13)}-${r.text(HEX, 64)}`,
    promised,
  ),
  format(
    'slack webhook',
    (r) => `T${r.text(UPPER_ALNUM, 8)}/B${r.text(UPPER_ALNUM, 10)}/${r.text(ALNUM, 24)}`,
    {
      ...promised,
      line: (secret) => `https://hooks.${'slack'}.com/services/${secret}`,
    },
  ),
  format('jwt', jwt, promised),
  format('url postgres', (r) => r.text(ALNUM, 16), {
    ...promised,
    line: url('postgres', 'db.internal:5432'),
  }),
  format('url mongodb', (r) => r.text(`${ALNUM}!$.`, 18), {
    ...promised,
    line: url('mongodb+srv', 'cluster0.mongodb.net'),
  }),
  format('url https', (r) => r.text(ALNUM, 20), { ...promised, line: url('https', 'git.internal') }),
  format('url redis', (r) => r.text(ALNUM, 24), {
    ...promised,
    line: (secret) => `redis://:${secret}@cache:6379/0`,
  }),
  format('url amqp', (r) => r.text(LOWER_ALNUM, 14), { ...promised, line: url('amqps', 'mq.internal') }),
  format('azure storage', (r) => `${r.text(BASE64, 86)}==`, {
    line: (secret) =>
      `DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=${secret};EndpointSuffix=core.windows.net`,
  }),
  format('azure sas', (r) => `${r.text(BASE64, 43).replaceAll('/', '%2F').replaceAll('+', '%2B')}%3D`, {
    line: (secret) => `https://acme.blob.core.windows.net/data?sv=2024-11-04&ss=b&sp=r&sig=${secret}`,
  }),
  format('azure client secret', (r) => `${r.text(ALNUM, 3)}8Q~${r.text(`${URL_SAFE}.~`, 34)}`),
  format('twilio key', (r) => `SK${r.text(HEX, 32)}`),
  format('twilio auth token', (r) => r.text(HEX, 32), { name: 'TWILIO_AUTH_TOKEN' }),
  format('sendgrid', (r) => `SG.${r.text(URL_SAFE, 22)}.${r.text(URL_SAFE, 43)}`),
  format('mailgun', (r) => `key-${r.text(HEX, 32)}`),
  format('mailchimp', (r) => `${r.text(HEX, 32)}-us12`),
  format('npm', (r) => `npm_${r.text(ALNUM, 36)}`),
  format('pypi', (r) => `pypi-AgEIcHlwaS5v${'cmc'}${r.text(URL_SAFE, 150)}`),
  format('docker', (r) => `dckr_${'pat'}_${r.text(URL_SAFE, 27)}`),
  format('hugging face', (r) => `hf_${r.text(ALNUM, 34)}`),
  format('telegram', (r) => `${r.text('123456789', 10)}:AA${r.text(URL_SAFE, 33)}`),
  format('discord bot', (r) => `M${r.text(ALNUM, 25)}.${r.text(URL_SAFE, 6)}.${r.text(URL_SAFE, 38)}`),
  format('discord webhook', (r) => `${r.text('123456789', 18)}/${r.text(URL_SAFE, 68)}`, {
    line: (secret) => `https://discord.com/api/webhooks/${secret}`,
  }),
  ...['at', 'ca', 'pa', 'ss'].map((kind) =>
    format(`shopify ${kind}`, (r) => `shp${kind}_${r.text(HEX, 32)}`),
  ),
  format('square', (r) => `sq0${'atp'}-${r.text(URL_SAFE, 22)}`),
  format(
    'braintree',
    (r) => `access_token${'$'}production${'$'}${r.text(LOWER_ALNUM, 16)}${'$'}${r.text(HEX, 32)}`,
  ),
  format('heroku', (r) => uuid(r), { name: 'HEROKU_API_KEY' }),
  format('heroku prefixed', (r) => `HRKU-AA${r.text(URL_SAFE, 58)}`),
  format('digitalocean', (r) => `dop_${'v1'}_${r.text(HEX, 64)}`),
  format('cloudflare', (r) => r.text(URL_SAFE, 40), { name: 'CLOUDFLARE_API_TOKEN' }),
  format('vercel', (r) => r.text(ALNUM, 24), { name: 'VERCEL_TOKEN' }),
  format('netlify', (r) => `nfp_${r.text(ALNUM, 36)}`),
  format('supabase', (r) => `sbp_${r.text(HEX, 40)}`),
  format('databricks', (r) => `da${'pi'}${r.text(HEX, 32)}`),
  format('datadog', (r) => r.text(HEX, 32), { name: 'DD_API_KEY' }),
  format('new relic', (r) => `NRAK-${r.text(UPPER_ALNUM, 27)}`),
  format('sentry', (r) => `sntryu_${r.text(HEX, 64)}`),
  format('linear', (r) => `lin_${'api'}_${r.text(ALNUM, 40)}`),
  format('notion', (r) => `ntn_${r.text(ALNUM, 46)}`),
  format('airtable', (r) => `pat${r.text(ALNUM, 14)}.${r.text(HEX, 64)}`),
  format('figma', (r) => `figd_${r.text(URL_SAFE, 40)}`),
  format('postman', (r) => `PM${'AK'}-${r.text(HEX, 24)}-${r.text(HEX, 34)}`),
  format('vault', (r) => `hvs.${r.text(URL_SAFE, 90)}`),
  format('terraform cloud', (r) => `${r.text(ALNUM, 14)}.atlasv1.${r.text(URL_SAFE, 67)}`),
  format('grafana', (r) => `gl${'sa'}_${r.text(ALNUM, 32)}_${r.text(HEX, 8)}`),
  format('doppler', (r) => `dp.${'pt'}.${r.text(ALNUM, 43)}`),
  format('age', (r) => `AGE-SECRET-${'KEY'}-1${r.text('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`),
  format('wireguard', (r) => `${r.text(BASE64, 43)}=`, {
    line: (secret) => `[Interface]\nPrivateKey = ${secret}`,
  }),
  format('groq', (r) => `gsk_${r.text(ALNUM, 52)}`),
  format('replicate', (r) => `r8_${r.text(ALNUM, 37)}`),
  format('rubygems', (r) => `rubygems_${r.text(HEX, 48)}`),
  format('atlassian', (r) => `ATATT3xFfGF0${r.text(URL_SAFE, 170)}=${r.text('0123456789ABCDEF', 8)}`),
  format('pulumi', (r) => `pul-${r.text(HEX, 40)}`),
  format('password', (r) => r.text(ALNUM, 14), { name: 'DB_PASSWORD' }),
  format('generic api key', (r) => r.text(ALNUM, 32), { name: 'ACME_API_KEY' }),
  format('generic secret', (r) => r.text(HEX, 64), { name: 'SESSION_SECRET' }),
  format('bearer header', (r) => r.text(ALNUM, 40), { line: (secret) => `Authorization: Bearer ${secret}` }),
  format('basic header', (r) => Buffer.from(`svc:${r.text(ALNUM, 16)}`).toString('base64'), {
    line: (secret) => `Authorization: Basic ${secret}`,
  }),
];
