import type { TokenRule } from '../secretRule.ts';

/** Payments and shops. Formats as of November 2026. */
export const PAYMENT_RULES = [
  {
    id: 'stripe',
    label: 'Stripe key',
    anchors: ['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'sk_org_'],
    pattern: /(?:[sr]k_(?:live|test)|sk_org(?:_live|_test)?)_[A-Za-z0-9]{16,250}/y,
    check: 'isNoPhrase',
    source: 'https://docs.stripe.com/keys',
  },
  {
    id: 'stripeWebhook',
    label: 'Stripe webhook secret',
    anchors: ['whsec_'],
    pattern: /whsec_[A-Za-z0-9+/]{24,80}={0,2}/y,
    check: 'isNoPhrase',
    source: 'https://docs.stripe.com/webhooks',
  },
  {
    id: 'braintree',
    label: 'PayPal Braintree token',
    anchors: ['access_token$'],
    pattern: /access_token\$(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}/y,
    source: 'https://developer.paypal.com/braintree/docs/',
  },
  {
    id: 'square',
    label: 'Square token',
    anchors: ['sq0atp-', 'sq0csp-', 'sq0idp-', 'EAAA'],
    pattern:
      /(?<![A-Za-z0-9+/])(?:sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,50}|EAAA[A-Za-z0-9_-]{60}(?![A-Za-z0-9_+/-]))/y,
    check: 'isMixed',
    source: 'https://developer.squareup.com/docs/build-basics/access-tokens',
  },
  {
    id: 'shopify',
    label: 'Shopify token',
    anchors: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_', 'shptka_'],
    pattern: /shp(?:at|ca|pa|ss|ua|tka)_[0-9a-fA-F]{32}/y,
    source: 'https://shopify.dev/docs/apps/build/authentication-authorization',
  },
  {
    id: 'plaid',
    label: 'Plaid access token',
    anchors: ['access-sandbox-', 'access-development-', 'access-production-'],
    pattern: /access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/y,
    source: 'https://plaid.com/docs/api/items/',
  },
  {
    id: 'flutterwave',
    label: 'Flutterwave key',
    anchors: ['FLWSECK'],
    pattern: /FLWSECK(?:_TEST)?-[0-9a-zA-Z]{12,40}(?:-X)?/y,
    source: 'https://developer.flutterwave.com/docs/authentication',
  },
  {
    id: 'adyen',
    label: 'Adyen key',
    anchors: ['AQE'],
    pattern: /(?<![A-Za-z0-9+/])AQE[A-Za-z0-9+/]{80,200}={0,2}-[A-Za-z0-9+/]{40,60}={0,2}-[^\s"'\0]{10,40}/y,
    source: 'https://docs.adyen.com/development-resources/api-credentials/',
  },
  {
    id: 'mollie',
    label: 'Mollie key',
    anchors: ['live_', 'test_'],
    pattern: /(?<![A-Za-z0-9_])(?:live|test)_[A-Za-z0-9]{30}(?![A-Za-z0-9_])/y,
    check: 'isMixed',
    source: 'https://docs.mollie.com/reference/authentication',
  },
  {
    id: 'easyPost',
    label: 'EasyPost key',
    anchors: ['EZAK', 'EZTK'],
    pattern: /(?<![A-Za-z0-9])EZ[AT]K[A-Za-z0-9]{54}(?![A-Za-z0-9])/y,
    source: 'https://docs.easypost.com/docs/authentication',
  },
  {
    id: 'shippo',
    label: 'Shippo token',
    anchors: ['shippo_'],
    pattern: /shippo_(?:live|test)_[0-9a-f]{40}/y,
    source: 'https://docs.goshippo.com/docs/guides_general/authentication/',
  },
] as const satisfies readonly TokenRule[];
