import type { SecretKind } from '../../core/context/gates/secretRules.ts';

/**
 * The rules of secretlint's recommended preset, by what follows `@secretlint/secretlint-rule-` in their ids, and the kind of secret that we
 * show for what they find. As of version 13.0.7.
 */
export const PRESET_KINDS: ReadonlyMap<string, SecretKind> = new Map([
  ['1password', 'onePassword'],
  ['anthropic', 'anthropic'],
  ['aws', 'awsSecretKey'],
  ['basicauth', 'urlCredentials'],
  ['cloudflare', 'cloudflare'],
  ['database-connection-string', 'urlCredentials'],
  ['databricks', 'databricks'],
  ['docker', 'docker'],
  ['figma', 'figma'],
  ['gitlab', 'gitlab'],
  ['grafana', 'grafana'],
  ['groq', 'groq'],
  ['hashicorp-vault', 'vault'],
  ['huggingface', 'huggingFace'],
  ['linear', 'linear'],
  ['notion', 'notion'],
  ['npm', 'npm'],
  ['openai', 'openai'],
  ['privatekey', 'privateKey'],
  ['shopify', 'shopify'],
  ['slack', 'slackToken'],
  ['stripe', 'stripe'],
  ['tailscale', 'tailscale'],
  ['vercel', 'vercel'],
]);

/** Messages of those rules that tell of another kind. */
export const MESSAGE_KINDS: ReadonlyMap<string, SecretKind> = new Map([
  ['PackageJSON_xOauthToken', 'github'],
]);

/** The rules of the preset that are not asked, and why. */
export const PRESET_LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['filter-comments', 'lets a comment in the text switch the others off'],
  ['gcp', 'looks at whole files on disk by their extension; the private key within is found in any text'],
  ['github', 'takes half a second for 1 MB of hostile text; our own rule covers its formats'],
  ['sendgrid', 'takes a quarter of a second for 1 MB of hostile text; our own rule covers its format'],
]);
