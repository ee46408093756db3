import type { NamedRule } from '../secretRule.ts';

const HEX_32 = /^[0-9a-f]{32}$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Formats that look like any other random text, so that only the name beside them tells. As of November 2026. */
export const NAMED_RULES = [
  {
    id: 'awsSecretKey',
    label: 'AWS secret key',
    name: /aws.{0,20}(?:secret|key)|secret_?access_?key/i,
    value: /^[A-Za-z0-9+/]{40}$/,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
  },
  {
    id: 'awsSessionTokenNamed',
    label: 'AWS session token',
    name: /(?:session|security)_?token/i,
    value: /^[A-Za-z0-9+/=%]{100,}$/,
    source: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html',
  },
  {
    id: 'datadog',
    label: 'Datadog key',
    name: /datadog|\bdd[_-]?(?:api|app)/i,
    value: /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/i,
    source: 'https://docs.datadoghq.com/account_management/api-app-keys/',
  },
  {
    id: 'cloudflareNamed',
    label: 'Cloudflare token',
    name: /cloudflare|\bcf[_-]/i,
    value: /^(?:[A-Za-z0-9_-]{40}|[0-9a-f]{37})$/,
    source: 'https://developers.cloudflare.com/fundamentals/api/get-started/create-token/',
  },
  {
    id: 'herokuNamed',
    label: 'Heroku key',
    name: /heroku/i,
    value: UUID,
    source: 'https://devcenter.heroku.com/articles/platform-api-quickstart',
  },
  {
    id: 'vercelNamed',
    label: 'Vercel token',
    name: /vercel|\bnow[_-]token/i,
    value: /^[A-Za-z0-9]{24}$/,
    source: 'https://vercel.com/docs/rest-api',
  },
  {
    id: 'twilioNamed',
    label: 'Twilio auth token',
    name: /twilio/i,
    value: HEX_32,
    source: 'https://www.twilio.com/docs/iam/api',
  },
  {
    id: 'mailgunNamed',
    label: 'Mailgun key',
    name: /mailgun/i,
    value: /^[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}$/,
    source: 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/',
  },
  {
    id: 'paypalNamed',
    label: 'PayPal secret',
    name: /paypal|braintree/i,
    value: /^[A-Za-z0-9_-]{32,100}$/,
    source: 'https://developer.paypal.com/api/rest/authentication/',
  },
  {
    id: 'discordNamed',
    label: 'Discord client secret',
    name: /discord/i,
    value: /^[A-Za-z0-9_-]{32}$/,
    source: 'https://discord.com/developers/docs/topics/oauth2',
  },
  {
    id: 'googleServiceAccount',
    label: 'Google service account key id',
    name: /private_key_id/,
    value: /^[0-9a-f]{40}$/,
    source: 'https://cloud.google.com/iam/docs/keys-create-delete',
  },
  {
    id: 'airtableNamed',
    label: 'Airtable key',
    name: /airtable/i,
    value: /^key[A-Za-z0-9]{14}$/,
    source: 'https://support.airtable.com/docs/airtable-api-key-deprecation-notice',
  },
  {
    id: 'algolia',
    label: 'Algolia key',
    name: /algolia/i,
    value: HEX_32,
    source: 'https://www.algolia.com/doc/guides/security/api-keys/',
  },
  {
    id: 'dockerAuth',
    label: 'registry credentials',
    name: /^_?auth$|[:/]_auth$/i,
    value: /^[A-Za-z0-9+/]{16,}={0,2}$/,
    source: 'https://docs.docker.com/reference/cli/docker/login/',
  },
  {
    id: 'azureSubscriptionKey',
    label: 'Azure key',
    name: /ocp-apim-subscription-key|azure.{0,30}key/i,
    value: /^(?:[0-9a-f]{32}|[A-Za-z0-9]{84})$/,
    source: 'https://learn.microsoft.com/azure/api-management/api-management-subscriptions',
  },
  {
    id: 'okta',
    label: 'Okta token',
    name: /okta/i,
    value: /^00[A-Za-z0-9_-]{40}$/,
    source: 'https://developer.okta.com/docs/guides/create-an-api-token/',
  },
] as const satisfies readonly NamedRule[];
