/** Short logs of compilers, linters, bundlers and package managers as they are printed. */
export const BUILD_TOOL_LOGS = {
  tsc: `src/cart.ts(12,5): error TS2304: Cannot find name 'total'.
src/cart.ts(19,5): error TS2304: Cannot find name 'total'.
src/orders/place.ts(4,10): error TS2304: Cannot find name 'total'.
src/tax.ts(3,14): error TS2322: Type 'string' is not assignable to type 'number'.
src/tax.ts:8:1 - error TS1005: ';' expected.

Found 5 errors in 3 files.
`,
  eslint: `
/home/ann/shop/src/cart.ts
   3:10  error    'total' is defined but never used    @typescript-eslint/no-unused-vars
  12:5   warning  Unexpected console statement         no-console

/home/ann/shop/src/orders.ts
   8:1   warning  Unexpected console statement         no-console
  20:7   error    'order' is defined but never used    @typescript-eslint/no-unused-vars

/home/ann/shop/src/tax.ts
   9:3   warning  Unexpected console statement         no-console

✖ 5 problems (2 errors, 3 warnings)
`,
  biome: `src/cart.ts:3:10 lint/correctness/noUnusedVariables  FIXABLE  ━━━━━━━━━━━━━━━━━━━━

  × This variable total is unused.

    1 │ import { tax } from './tax.ts';
  > 3 │ const total = 0;
      │       ^^^^^

src/orders.ts:8:7 lint/correctness/noUnusedVariables  FIXABLE  ━━━━━━━━━━━━━━━━━━━━

  × This variable order is unused.

  > 8 │ const order = {};
      │       ^^^^^

Checked 41 files in 60ms. No fixes applied.
Found 2 errors.
`,
  webpack: `asset main.js 214 KiB [emitted] (name: main)
asset vendor.js 890 KiB [emitted] (name: vendor)
runtime modules 1.25 KiB 6 modules
cacheable modules 530 KiB
  modules by path ./node_modules/ 500 KiB 45 modules
  ./src/index.ts 1.2 KiB [built] [code generated]

ERROR in ./src/cart.ts 12:5-20
Module not found: Error: Can't resolve './total' in '/home/ann/shop/src'
 @ ./src/index.ts 3:0-31

WARNING in asset size limit: The following asset(s) exceed the recommended size limit (244 KiB).

webpack 5.94.0 compiled with 1 error and 1 warning in 2104 ms
`,
  vite: `vite v5.4.2 building for production...
transforming...
✓ 34 modules transformed.
rendering chunks...
dist/index.html                   0.46 kB │ gzip:  0.30 kB
dist/assets/index-DiwrgTda.css    1.39 kB │ gzip:  0.72 kB
dist/assets/vendor-Bl2mXkqo.js  143.41 kB │ gzip: 46.10 kB
dist/assets/index-C7bGq1Ty.js    12.90 kB │ gzip:  4.61 kB
x Build failed in 412ms
error during build:
src/cart.ts (3:9): "total" is not exported by "src/total.ts", imported by "src/cart.ts".
file: /home/ann/shop/src/cart.ts:3:9
`,
  npm: `npm warn deprecated inflight@1.0.6: This module is not supported, and leaks memory.
npm warn deprecated glob@7.2.3: Glob versions prior to v9 are no longer supported
npm http fetch GET 200 https://packages.example.org/lodash 54ms (cache revalidated)
npm http fetch GET 200 https://packages.example.org/react 61ms (cache revalidated)
npm http fetch GET 200 https://packages.example.org/vite 48ms (cache revalidated)
npm error code ERESOLVE
npm error ERESOLVE unable to resolve dependency tree
npm error
npm error While resolving: shop@1.0.0
npm error Found: react@18.3.1
npm error Could not resolve dependency:
npm error peer react@"^17.0.0" from legacy-grid@2.1.0
npm error A complete log of this run can be found in: /home/ann/.npm/_logs/2026-02-03T10_00_00_000Z-debug-0.log
`,
} as const;
