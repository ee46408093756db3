/** Why a path stays out of every copy unless the user insists. */
export const DENY_REASONS = {
  environment: 'environment file: often holds passwords and keys',
  privateKey: 'private key or key store',
  credentials: 'credentials of a tool',
  cloud: 'credentials of a cloud account',
  infrastructure: 'infrastructure state or variables: hold secrets in plain text',
  passwords: 'password store or password hashes',
  history: 'shell or database history: often holds typed secrets',
} as const;
export type DenyReason = keyof typeof DENY_REASONS;

export type DeniedPath = { reason: DenyReason; pattern: RegExp };

/** Matched against a lower-cased path that starts with `/` and has `/` between its parts. The first that fits holds. */
export const ALLOWED_PATHS: readonly RegExp[] = [
  /[.](?:example|sample|template|tmpl|dist|pub)$/,
  /\/[^/]*(?:example|sample|template)[^/]*[.]tfvars$/,
];

export const DENIED_PATHS: readonly DeniedPath[] = [
  { reason: 'environment', pattern: /\/[.]env(?:rc|[.][^/]*)?$/ },
  { reason: 'environment', pattern: /\/[^/]+[.]env$/ },
  { reason: 'environment', pattern: /\/[.]dev[.]vars(?:[.][^/]*)?$/ },
  {
    reason: 'environment',
    pattern: /\/(?:local[.]settings|secrets?)[.](?:json|ya?ml|toml|ini|env|properties)$/,
  },
  {
    reason: 'privateKey',
    pattern: /[.](?:pem|key|p8|p12|pfx|pkcs12|pvk|ppk|jks|jceks|bks|keystore|keytab)$/,
  },
  { reason: 'privateKey', pattern: /\/id_(?:rsa|dsa|ecdsa|ed25519|xmss)(?:_sk)?(?:[-_.][^/]*)?$/ },
  { reason: 'privateKey', pattern: /\/ssh_host_[^/]*_key$/ },
  {
    reason: 'privateKey',
    pattern: /\/[.]gnupg\/|\/secring[.]gpg$|[.](?:agekey|ovpn)$|\/sops\/age\/keys[.]txt$/,
  },
  { reason: 'privateKey', pattern: /\/(?:key|keystore)[.]properties$/ },
  { reason: 'credentials', pattern: /\/[._]netrc$|\/[.]authinfo(?:[.]gpg)?$/ },
  {
    reason: 'credentials',
    pattern: /\/[.](?:npmrc|pypirc|dockercfg|git-credentials|vault-token|s3cfg|boto)$/,
  },
  {
    reason: 'credentials',
    pattern: /\/[.]config\/git\/credentials$|\/[.]config\/(?:gh|hub|glab-cli)(?:\/|$)/,
  },
  { reason: 'credentials', pattern: /\/[.](?:docker|containers)\/(?:config|auth)[.]json$/ },
  { reason: 'credentials', pattern: /\/(?:[.]cargo|[.]gem)\/credentials(?:[.]toml)?$/ },
  {
    reason: 'credentials',
    pattern: /\/[.]m2\/settings(?:-security)?[.]xml$|\/[.]gradle\/gradle[.]properties$/,
  },
  {
    reason: 'credentials',
    pattern: /\/auth[.]json$|\/[.]?credentials?[.](?:json|ya?ml|xml|toml|ini|db|enc)$/,
  },
  { reason: 'credentials', pattern: /\/(?:sftp|sftp-config|[.]remote-sync)[.]json$|\/[.]ftpconfig$/ },
  { reason: 'credentials', pattern: /\/(?:filezilla|sitemanager|recentservers)[.]xml$/ },
  { reason: 'cloud', pattern: /\/[.]aws\/|\/[.]azure\/|\/[.]config\/gcloud\/|\/[.]oci\// },
  { reason: 'cloud', pattern: /\/[.]kube\/config$|\/kubeconfig(?:[.][^/]*)?$|[.]kubeconfig$/ },
  { reason: 'cloud', pattern: /\/[^/]*service[-_]?account[^/]*[.]json$/ },
  {
    reason: 'cloud',
    pattern: /\/[^/]*firebase-adminsdk[^/]*[.]json$|\/application_default_credentials[.]json$/,
  },
  { reason: 'cloud', pattern: /\/client_secret[^/]*[.]json$/ },
  { reason: 'infrastructure', pattern: /[.]tfvars(?:[.]json)?$|[.]tfstate(?:[.][^/]*)?$/ },
  { reason: 'infrastructure', pattern: /\/[.]terraformrc$|\/terraform[.]rc$|\/credentials[.]tfrc[.]json$/ },
  { reason: 'infrastructure', pattern: /\/[.]vault_pass(?:word)?(?:[.]txt)?$|\/master[.]key$/ },
  { reason: 'passwords', pattern: /[.](?:kdbx?|psafe3|agilekeychain|opvault|1pif)$/ },
  {
    reason: 'passwords',
    pattern: /\/[.]htpasswd$|\/[.]pgpass$|\/pgpass[.]conf$|\/[.]my[.]cnf$|\/[.]mylogin[.]cnf$/,
  },
  {
    reason: 'passwords',
    pattern: /^\/etc\/g?shadow-?$|\/(?:key[34][.]db|logins[.]json|login data|wallet[.]dat)$/,
  },
  { reason: 'history', pattern: /\/[._][a-z0-9]+(?:_repl)?_history$/ },
];
