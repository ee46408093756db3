/** Where the rows below were taken from, under the MIT licence, and the day of that release. */
export const LIST_PRICES_SOURCE = '@pydantic/genai-prices 0.1.8';
export const LIST_PRICES_DATE = '2026-09-23';

/**
 * The providers' list prices in US dollars per million tokens, written by `test/core/models/prices/writeListPrices.ts`: do not edit, our own stand in
 * `ownPrices.ts`. A row: the names of a model, `@` and the day from which it holds where it has not always; then input, output, cache read, cache write
 * for five minutes and for one hour, `-` for none; and `>` with the line above which a request takes the prices that follow for all its tokens.
 */
export const LIST_PRICES = `
claude-2 8 24 - - -
claude-3-5-haiku-latest|claude-3-5-haiku 0.8 4 0.08 1 1.6
claude-3-5-sonnet 3 15 0.3 3.75 6
claude-3-7-sonnet-latest|claude-3-7-sonnet|claude-sonnet-3-7 3 15 0.3 3.75 6
claude-3-haiku 0.25 1.25 0.03 0.3 0.5
claude-3-opus-latest|claude-3-opus 15 75 1.5 18.75 30
claude-3-sonnet 3 15 0.3 3.75 6
claude-fable-5 10 50 1 12.5 20
claude-fable-5-1 10 50 0.25 12.5 20
claude-haiku-4-5|claude-4-5-haiku 1 5 0.1 1.25 2
claude-opus-4-0|claude-4-opus|claude-opus-4 15 75 1.5 18.75 30
claude-opus-4-1 15 75 1.5 18.75 30
claude-opus-4-5|claude-4-5-opus 5 25 0.5 6.25 10
claude-opus-4-6|claude-4-6-opus 5 25 0.5 6.25 10 >200000 10 37.5 1 12.5 20
claude-opus-4-6|claude-4-6-opus@2026-03-13 5 25 0.5 6.25 10
claude-opus-4-7|claude-4-7-opus 5 25 0.5 6.25 10
claude-opus-4-8|claude-4-8-opus 5 25 0.5 6.25 10
claude-opus-5|claude-opus-5-0|claude-5-opus|claude-5-0-opus 5 25 0.5 6.25 10
claude-opus-5-5|claude-5-5-opus 4 20 0.2 5 8
claude-sonnet-4-0|claude-sonnet-4|claude-4-sonnet 3 15 0.3 3.75 6
claude-sonnet-4-5 3 15 0.3 3.75 6 >200000 6 22.5 0.6 7.5 12
claude-sonnet-4-6 3 15 0.3 3.75 6 >200000 6 22.5 0.6 7.5 12
claude-sonnet-4-6@2026-03-13 3 15 0.3 3.75 6
claude-sonnet-5|claude-sonnet-5-0|claude-5-sonnet|claude-5-0-sonnet 2 10 0.2 2.5 4
text-ada-001 0.4 0.4 - - -
chatgpt-4o-latest 5 15 - - -
text-curie-001 2 2 - - -
text-davinci-001 20 20 - - -
gpt-3.5-0301|gpt-3.5-turbo-0301 1.5 2 - - -
gpt-3.5-turbo|gpt-35-turbo|gpt-3.5-turbo-0125 0.5 1.5 - - -
gpt-3.5-turbo-0613 1.5 2 - - -
gpt-3.5-turbo-1106 1 2 - - -
gpt-3.5-turbo-16k|gpt-3.5-turbo-16k-0613|gpt-35-turbo-16k-0613|gpt-35-turbo-16k 3 4 - - -
gpt-3.5-turbo-instruct|gpt-3.5-turbo-instruct-0914 1.5 2 - - -
gpt-4|gpt-4-0314|gpt-4-0613 30 60 - - -
gpt-4-32k|gpt-4-32k-0314|gpt-4-32k-0613 60 120 - - -
gpt-4-turbo|gpt-4-turbo-0125-preview|gpt-4-0125-preview|gpt-4-1106-preview|gpt-4-turbo-preview 10 30 - - -
gpt-4.1 2 8 0.5 - -
gpt-4.1-mini 0.4 1.6 0.1 - -
gpt-4.1-nano 0.1 0.4 0.025 - -
gpt-4.5-preview 75 150 37.5 - -
gpt-4o 2.5 10 1.25 - -
gpt-4o-mini|gpt-4o-mini-search-preview 0.15 0.6 0.075 - -
gpt-4o-mini-transcribe 1.25 5 - - -
gpt-4o-search-preview 2.5 10 - - -
gpt-4o-transcribe|gpt-4o-transcribe-diarize 2.5 10 - - -
gpt-5|gpt-5-chat|gpt-5-chat-latest|gpt-5-codex 1.25 10 0.125 - -
gpt-5-mini 0.25 2 0.025 - -
gpt-5-nano 0.05 0.4 0.005 - -
gpt-5-pro 15 120 - - -
gpt-5.1|gpt-5.1-codex|gpt-5.1-codex-max|gpt-5.1-chat|gpt-5.1-chat-latest|gpt-5-1|gpt-5-1-codex|gpt-5-1-codex-max|gpt-5-1-chat|gpt-5-1-chat-latest 1.25 10 0.125 - -
gpt-5.1-codex-mini|gpt-5.1-mini|gpt-5-1-codex-mini|gpt-5-1-mini 0.25 2 0.025 - -
gpt-5.2|gpt-5-2|gpt-5.2-chat|gpt-5.2-chat-latest|gpt-5-2-chat|gpt-5-2-chat-latest|gpt-5.2-codex|gpt-5-2-codex 1.75 14 0.175 - -
gpt-5.2-pro|gpt-5-2-pro 21 168 - - -
gpt-5.3|gpt-5-3|gpt-5.3-chat|gpt-5.3-chat-latest|gpt-5-3-chat|gpt-5-3-chat-latest 1.75 14 0.175 - -
gpt-5.3-codex|gpt-5-3-codex 1.75 14 0.175 - -
gpt-5.4|gpt-5-4 2.5 15 0.25 - - >272000 5 22.5 0.5 - -
gpt-5.4-mini|gpt-5-4-mini 0.75 4.5 0.075 - -
gpt-5.4-nano|gpt-5-4-nano 0.2 1.25 0.02 - -
gpt-5.4-pro|gpt-5-4-pro 30 180 - - - >272000 60 270 - - -
gpt-5.5|gpt-5-5|gpt-5.5-chat|gpt-5.5-chat-latest|gpt-5-5-chat|gpt-5-5-chat-latest|gpt-5.5-codex|gpt-5-5-codex 5 30 0.5 - - >272000 10 45 1 - -
gpt-5.5-pro|gpt-5-5-pro 30 180 - - - >272000 60 270 - - -
gpt-5.6-luna|gpt-5-6-luna 1 6 0.1 1.25 - >272000 2 9 0.2 2.5 -
gpt-5.6-luna|gpt-5-6-luna@2026-07-30 0.2 1.2 0.02 0.25 - >272000 0.4 1.8 0.04 0.5 -
gpt-5.6-sol|gpt-5-6-sol|gpt-5.6|gpt-5-6 5 30 0.5 6.25 - >272000 10 45 1 12.5 -
gpt-5.6-sol|gpt-5-6-sol|gpt-5.6|gpt-5-6@2026-08-21 4 20 0.4 5 - >272000 8 30 0.8 10 -
gpt-5.6-terra|gpt-5-6-terra 2.5 15 0.25 3.125 - >272000 5 22.5 0.5 6.25 -
gpt-5.6-terra|gpt-5-6-terra@2026-07-30 2 12 0.2 2.5 - >272000 4 18 0.4 5 -
gpt-6-astra 10 50 1 12.5 - >272000 20 75 2 25 -
gpt-6-luna 0.1 0.5 0.01 0.125 - >272000 0.2 0.75 0.02 0.25 -
gpt-6-sol 2 10 0.2 2.5 - >272000 4 15 0.4 5 -
o1 15 60 7.5 - -
o1-mini 1.1 4.4 0.55 - -
o1-preview 15 60 7.5 - -
o1-pro 150 600 - - -
o3 10 40 0.5 - -
o3@2025-06-10 2 8 0.5 - -
o3-deep-research 10 40 2.5 - -
o3-mini|o3-mini-high 1.1 4.4 0.55 - -
o3-pro 20 80 - - -
o4-mini|o4-mini-high 1.1 4.4 0.275 - -
o4-mini-deep-research 2 8 0.5 - -
text-davinci-002 20 20 - - -
text-davinci-003 20 20 - - -
gemini-1.5-flash 0.075 0.3 0.01875 - - >128000 0.15 0.6 0.0375 - -
gemini-1.5-pro 1.25 5 - - - >128000 2.5 10 - - -
gemini-2.0-flash 0.1 0.4 0.025 - -
gemini-2.0-flash-lite 0.075 0.3 - - -
gemini-2.5-flash|gemini-2.5-flash-latest 0.3 2.5 0.03 - -
gemini-2.5-flash-lite 0.1 0.4 0.01 - -
gemini-2.5-flash-preview|gemini-2.5-flash-preview-05-20 0.15 0.6 - - -
gemini-2.5-pro 1.25 10 0.125 - - >200000 2.5 15 0.25 - -
gemini-3-flash-preview 0.5 3 0.05 - -
gemini-3-pro-preview|gemini-3-pro-text-preview 2 12 0.2 - - >200000 4 18 0.4 - -
gemini-3.1-flash-lite|gemini-3.1-flash-lite-preview 0.25 1.5 0.025 - -
gemini-3.1-pro-preview 2 12 0.2 - - >200000 4 18 0.4 - -
gemini-3.5-flash|gemini-3.5-flash-preview 1.5 9 0.15 - -
gemini-3.5-flash-lite 0.3 2.5 0.03 - -
gemini-3.6-flash 0.75 3.75 0.075 - -
gemini-3.6-flash@2027-01-01 1.5 7.5 0.15 - -
gemini-3.7-flash 0.75 3.75 0.075 - -
gemini-3.7-flash@2027-01-01 1.5 7.5 0.15 - -
gemini-3.8-flash 0.75 3.75 0.075 - -
gemini-3.8-flash@2027-01-01 1.5 7.5 0.15 - -
gemini-flash-1.5 0.075 0.3 0.01875 - - >128000 0.15 0.6 0.0375 - -
gemini-flash-1.5-8b 0.0375 0.15 0.01 - - >128000 0.075 0.3 0.02 - -
gemini-1.0-pro 0.125 0.375 - - -
gemini-pro-1.5 1.25 5 0.3125 - - >128000 2.5 10 0.625 - -
gemma-2-27b-it 0.65 0.65 - - -
gemma-4-26b-a4b-it-maas 0.15 0.6 0.015 - -
grok-2-1212|grok-2|grok-2-latest 2 10 - - -
grok-3|grok-3-latest|grok-3-beta 3 15 0.75 - -
grok-3-fast|grok-3-fast-latest|grok-3-fast-beta 5 25 1.25 - -
grok-3-mini|grok-3-mini-beta|grok-3-mini-latest 0.3 0.5 0.075 - -
grok-3-mini-fast|grok-3-mini-fast-beta|grok-3-mini-fast-latest 0.6 4 0.15 - -
grok-4-0709|grok-4|grok-4-latest 3 15 0.75 - -
grok-4-1-fast-non-reasoning|grok-4-1-fast-non-reasoning-latest 0.2 0.5 0.05 - -
grok-4-1-fast-reasoning|grok-4-1-fast|grok-4-1-fast-reasoning-latest 0.2 0.5 0.05 - -
grok-4-fast-non-reasoning|grok-4-fast-non-reasoning-latest 0.2 0.5 0.05 - -
grok-4-fast-reasoning|grok-4-fast|grok-4-fast-reasoning-latest 0.2 0.5 0.05 - -
grok-4.20 1.25 2.5 0.2 - - >200000 2.5 5 0.4 - -
grok-4.20-multi-agent 2 6 0.2 - -
grok-4.3|grok-4.3-latest 1.25 2.5 0.2 - - >200000 2.5 5 0.4 - -
grok-4.5|grok-4.5-latest 2 6 0.3 - - >200000 4 12 0.6 - -
grok-4.6|grok-4.6-latest 2 6 0.5 - - >200000 4 12 1 - -
grok-build-0.1 1 2 0.2 - - >200000 2 4 0.4 - -
grok-code-fast-1|grok-code-fast-1-0825 0.2 1.5 0.02 - -
codestral-2501 0.3 0.9 - - -
codestral-2508 0.3 0.9 0.03 - -
devstral-2512 0.4 2 0.04 - -
devstral-small-2505|devstral-small-2507|labs-devstral-small-2512 0.1 0.3 - - -
ministral-14b-2512 0.2 0.2 0.02 - -
ministral-3b 0.04 0.04 - - -
ministral-3b-2512 0.1 0.1 0.01 - -
ministral-8b|ministral-8b-2410 0.1 0.1 - - -
ministral-8b-2512 0.15 0.15 0.015 - -
ministral-8b-latest 0.1 0.1 - - -
ministral-8b-latest@2025-12-02 0.15 0.15 0.015 - -
mistral-7b|open-mistral-7b 0.25 0.25 - - -
mistral-large-2407|mistral-large-2411 2 6 - - -
mistral-large-2512 0.5 1.5 0.05 - -
mistral-medium-2312 2.7 8.1 - - -
mistral-medium-3-1|mistral-medium-2505|mistral-medium-2508 0.4 2 0.04 - -
mistral-medium-3-5|mistral-medium-3.5|mistral-medium-3 1.5 7.5 0.15 - -
mistral-small-24b-instruct-2501 0.05 0.08 - - -
mistral-small-2603 0.15 0.6 0.015 - -
mistral-small-3.1-24b-instruct 0.351 0.555 - - -
mistral-small-3.2-24b-instruct 0.075 0.2 - - -
mixtral-8x22b-instruct 0.9 0.9 - - -
mixtral-8x7b|open-mixtral-8x7b 0.7 0.7 - - -
pixtral-12b|pixtral-12b-latest 0.15 0.15 - - -
pixtral-large-2411 2 6 - - -
voxtral-small-24b-2507|voxtral-small-2507 0.1 0.3 0.01 - -
voxtral-small-24b-2507|voxtral-small-2507@2026-08-11 0.1 0.4 0.01 - -
deepseek-chat-v3-0324 0.135 0.55 0.035 - -
deepseek-r1|deepseek-r1-0528 0.135 0.55 0.035 - -
deepseek-v3.1-terminus 0.27 0.95 0.13 - -
deepseek-v3.2 0.2288 0.3432 - - -
deepseek-v3.2-exp 0.27 0.41 - - -
deepseek-v4-flash 0.14 0.28 0.0028 - -
deepseek-v4-flash@2026-08-17 0.22 0.66 0.007 - -
deepseek-v4-pro 0.435 0.87 0.003625 - -
deepseek-v4-pro@2026-08-17 0.66 1.98 0.022 - -
kimi-k2 0.57 2.3 - - -
kimi-k2-0711-preview 0.6 2.5 0.15 - -
kimi-k2-0905-preview 0.6 2.5 0.15 - -
kimi-k2-thinking 0.6 2.5 0.15 - -
kimi-k2-thinking-turbo 1.15 8 0.15 - -
kimi-k2-turbo-preview|kimi-k2-turbo 1.15 8 0.15 - -
kimi-k2.5 0.6 3 0.1 - -
kimi-k2.6 0.95 4 0.16 - -
kimi-k2.7-code 0.95 4 0.19 - -
kimi-k2.7-code-highspeed 1.9 8 0.38 - -
kimi-k3 3 15 0.3 - -
moonshot-v1-128k 2 5 - - -
moonshot-v1-32k 1 3 - - -
moonshot-v1-8k 0.2 2 - - -
glm-5.2 1.4 4.4 0.26 - -
glm-5.3 1.4 4.4 0.26 - -
glm-5.3-flash 0.075 0.25 0.015 - -
glm-4.5 0.6 2.2 0.11 - -
glm-4.6 0.43 1.74 0.08 - -
qwen3-235b-a22b 0.13 0.6 - - -
qwen3-coder 0.22 1.8 - - -
qwen3-max 1.2 6 - - -
llama-3.1-70b-instruct 0.1 0.28 - - -
llama-3.3-70b-instruct 0.05 0.24 - - -
nemotron-3-nano-30b-a3b 0.05 0.2 - - -
nemotron-3-super-120b-a12b 0.09 0.45 - - -
`;
