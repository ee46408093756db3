import type { LogFormat } from '../../../../../src/core/context/reduce/log/logFormats.ts';

/** What is left of each sample log when the last three lines are kept in any case. */
export const REDUCED_LOGS = {
  jest: `[jest log, 33 lines; left out: 5 lines of passed tests, 4 library frames]
  discount
…
FAIL src/cart/tax.test.ts
  tax
…
    ✕ rounds half up (5 ms)

  ● tax › rounds half up

    expect(received).toBe(expected) // Object.is equality

    Expected: 1.08
    Received: 1.07

      10 | it('rounds half up', () => {
    > 11 |   expect(tax(13.45)).toBe(1.08);
         |                      ^
      12 | });

      at Object.toBe (src/cart/tax.test.ts:11:22)
    … 4 library frames: node_modules/jest-circus/build/utils.js:298:28, node_modules/jest-circus/build/utils.js:231:10, node_modules/jest-circus/build/run.js:316:40

Test Suites: 1 failed, 2 passed, 3 total
Tests:       1 failed, 4 passed, 5 total
Snapshots:   0 total
Time:        1.204 s
Ran all test suites.
`,
  vitest: `[vitest log, 35 lines; left out: 3 lines of passed tests]
 RUN  v3.2.4 /home/ann/shop

…
 ❯ src/cart/tax.test.ts (2 tests | 1 failed) 11ms
…
   × tax > rounds half up 6ms
     → expected 1.07 to be 1.08 // Object.is equality

⎯⎯⎯⎯⎯⎯⎯ Failed Tests 1 ⎯⎯⎯⎯⎯⎯⎯

 FAIL  src/cart/tax.test.ts > tax > rounds half up
AssertionError: expected 1.07 to be 1.08 // Object.is equality

- Expected
+ Received

- 1.08
+ 1.07

 ❯ src/cart/tax.test.ts:11:22
      9|
     10| it('rounds half up', () => {
     11|   expect(tax(13.45)).toBe(1.08);
       |                      ^
     12| });
 ❯ node_modules/vitest/dist/runner.js:1043:11

⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯⎯[1/1]⎯

 Test Files  1 failed | 2 passed (3)
      Tests  1 failed | 16 passed (17)
   Start at  10:12:01
   Duration  412ms (transform 80ms, setup 0ms, collect 120ms, tests 33ms)
`,
  mocha: `[mocha log, 26 lines; left out: 3 lines of passed tests, 3 library frames]
  cart
…
    1) applies a coupon
…
  3 passing (58ms)
  1 failing

  1) cart
       applies a coupon:

      AssertionError [ERR_ASSERTION]: 90 == 100
      + expected - actual

      -90
      +100

      at Context.<anonymous> (test/cart.spec.js:31:14)
    … 3 library frames: node_modules/mocha/lib/runnable.js:366:21, node_modules/mocha/lib/runnable.js:354:5
`,
  pytest: `[pytest log, 23 lines; left out: 4 lines of progress, 3 lines of passed tests]
============================= test session starts ==============================
…
tests/test_tax.py ....F.....                                             [ 47%]
…
=================================== FAILURES ===================================
________________________________ test_half_up __________________________________

    def test_half_up():
>       assert tax(Decimal("13.45")) == Decimal("1.08")
E       AssertionError: assert Decimal('1.07') == Decimal('1.08')
E        +  where Decimal('1.07') = tax(Decimal('13.45'))

tests/test_tax.py:21: AssertionError
=========================== short test summary info ============================
FAILED tests/test_tax.py::test_half_up - AssertionError: assert Decimal('1.07')...
======================== 1 failed, 213 passed in 4.31s =========================
`,
  'go test': `[go test log, 28 lines; left out: 7 lines of passed tests, 3 library frames]
    tax_test.go:27: tax(1345) = 107, want 108
--- FAIL: TestTax (0.00s)
…
    --- FAIL: TestTax/half_up (0.00s)
…
--- FAIL: TestEmpty (0.00s)
panic: runtime error: index out of range [0] with length 0 [recovered]

goroutine 35 [running]:
    … 2 library frames: /usr/local/go/src/testing/testing.go:1632, /usr/local/go/src/runtime/panic.go:785
example.com/shop/cart.First(...)
	/home/ann/shop/cart/cart.go:14
example.com/shop/cart.TestEmpty(0xc0000d24e0)
	/home/ann/shop/cart/cart_test.go:9 +0x1d
    … 1 library frame: /usr/local/go/src/testing/testing.go:1743
FAIL	example.com/shop/cart	0.012s
ok  	example.com/shop/money	0.004s
?   	example.com/shop/cmd	[no test files]
FAIL
`,
  cargo: `[cargo log, 24 lines; left out: 6 lines of progress]
error[E0382]: borrow of moved value: \`cart\`
  --> src/main.rs:14:20
   |
12 |     let cart = Cart::new();
   |         ---- move occurs because \`cart\` has type \`Cart\`, which does not implement the \`Copy\` trait
13 |     checkout(cart);
   |              ---- value moved here
14 |     println!("{}", cart.total());
   |                    ^^^^ value borrowed here after move

warning: unused variable: \`rate\`
 --> src/tax.rs:3:9
  |
3 |     let rate = 8;
  |         ^^^^ help: if this is intentional, prefix it with an underscore: \`_rate\`

For more information about this error, try \`rustc --explain E0382\`.
error: could not compile \`shop\` (bin "shop") due to 1 previous error; 1 warning emitted
`,
  maven: `[maven log, 25 lines; left out: 6 lines of progress, 3 lines of passed tests, 4 library frames]
[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.012 s <<< FAILURE! -- in com.example.TaxTest
[ERROR] com.example.TaxTest.halfUp -- Time elapsed: 0.004 s <<< FAILURE!
org.opentest4j.AssertionFailedError: expected: <1.08> but was: <1.07>
    … 2 library frames: AssertionUtils.java:39, Assertions.java:1145
	at com.example.TaxTest.halfUp(TaxTest.java:21)
    … 2 library frames: Method.java:580, ArrayList.java:1596

[INFO] Results:
[ERROR] Failures:
[ERROR]   TaxTest.halfUp:21 expected: <1.08> but was: <1.07>
[ERROR] Tests run: 14, Failures: 1, Errors: 0, Skipped: 0
[INFO] ------------------------------------------------------------------------
[INFO] BUILD FAILURE
[INFO] Total time:  3.201 s
`,
  gradle: `[gradle log, 22 lines; left out: 4 lines of progress, 1 line of passed tests]
> Task :test FAILED

…
TaxTest > halfUp() FAILED
    org.opentest4j.AssertionFailedError at TaxTest.java:21

2 tests completed, 1 failed

FAILURE: Build failed with an exception.

* What went wrong:
Execution failed for task ':test'.
> There were failing tests. See the report at: file:///home/ann/shop/build/reports/tests/test/index.html

BUILD FAILED in 3s
4 actionable tasks: 2 executed, 2 up-to-date
`,
  tsc: `[tsc log, 7 lines; left out: 2 repeated lines]
src/cart.ts(12,5): error TS2304: Cannot find name 'total'.  (×3)
  … also at src/cart.ts(19,5), src/orders/place.ts(4,10)
src/tax.ts(3,14): error TS2322: Type 'string' is not assignable to type 'number'.
src/tax.ts:8:1 - error TS1005: ';' expected.

Found 5 errors in 3 files.
`,
  eslint: `[eslint log, 13 lines; left out: 1 repeated line]
/home/ann/shop/src/cart.ts
   3:10  error    'total' is defined but never used    @typescript-eslint/no-unused-vars
  12:5   warning  Unexpected console statement         no-console  (×3)
  … also at /home/ann/shop/src/orders.ts:8:1, /home/ann/shop/src/tax.ts:9:3

/home/ann/shop/src/orders.ts
  20:7   error    'order' is defined but never used    @typescript-eslint/no-unused-vars

/home/ann/shop/src/tax.ts
   9:3   warning  Unexpected console statement         no-console

✖ 5 problems (2 errors, 3 warnings)
`,
  biome: `[biome log, 17 lines]
src/cart.ts:3:10 lint/correctness/noUnusedVariables  FIXABLE  ━━━━━━━━━━━━━━━━━━━━

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
  webpack: `[webpack log, 14 lines; left out: 6 lines of progress]
ERROR in ./src/cart.ts 12:5-20
Module not found: Error: Can't resolve './total' in '/home/ann/shop/src'
 @ ./src/index.ts 3:0-31

WARNING in asset size limit: The following asset(s) exceed the recommended size limit (244 KiB).

webpack 5.94.0 compiled with 1 error and 1 warning in 2104 ms
`,
  vite: `[vite log, 12 lines; left out: 6 lines of progress, 1 line of passed tests]
vite v5.4.2 building for production...
…
x Build failed in 412ms
error during build:
src/cart.ts (3:9): "total" is not exported by "src/total.ts", imported by "src/cart.ts".
file: /home/ann/shop/src/cart.ts:3:9
`,
  npm: `[npm log, 13 lines; left out: 3 lines of progress]
npm warn deprecated inflight@1.0.6: This module is not supported, and leaks memory.
npm warn deprecated glob@7.2.3: Glob versions prior to v9 are no longer supported
…
npm error code ERESOLVE
npm error ERESOLVE unable to resolve dependency tree
npm error
npm error While resolving: shop@1.0.0
npm error Found: react@18.3.1
npm error Could not resolve dependency:
npm error peer react@"^17.0.0" from legacy-grid@2.1.0
npm error A complete log of this run can be found in: /home/ann/.npm/_logs/2026-02-03T10_00_00_000Z-debug-0.log
`,
  docker: `[docker log, 10 lines; left out: 5 lines of progress]
#5 [2/6] RUN npm ci
#5 0.412 npm warn deprecated inflight@1.0.6: This module is not supported
…
#6 [3/6] RUN npm run build
#6 3.120 src/cart.ts(12,5): error TS2304: Cannot find name 'total'.
#6 ERROR: process "/bin/sh -c npm run build" did not complete successfully: exit code: 2
`,
  github: `[github log, 11 lines, 2026-02-03T10:00:00.1234567Z to 2026-02-03T10:00:06.1234567Z; left out: 5 lines of progress]
##[group]Run actions/checkout@v4
…
git version 2.45.2
##[group]Run npm test
…
FAIL src/cart/tax.test.ts
      at Object.toBe (src/cart/tax.test.ts:11:22)
##[error]Process completed with exit code 1.
`,
  nginx: `[nginx log, 6 lines, 03/Feb/2026:10:00:01 +0000 to 2026/02/03 10:00:03; left out: 2 repeated lines]
10.0.3.17 - - "GET /api/carts/17 HTTP/1.1" 200 512 "-" "curl/8.5.0"  (×3)
10.0.3.17 - - "POST /api/orders HTTP/1.1" 502 157 "-" "curl/8.5.0"
[error] 29#29: *4017 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.3.17, server: shop.local  (×2)
[error] 29#29: *4018 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.3.18, server: shop.local
`,
  'json lines': `[json lines log, 5 lines; left out: 6 repeated lines, 1 library frame, 2 frames shown before]
INFO request completed  (×3)
  req={"id":"a1"} ms=12  (×3)
ERROR order failed  (×2)
  order=90071992547409931 err.type="TypeError" err.message="total is not a function"  (×2)
TypeError: total is not a function  (×2)
    at place (/app/src/orders.ts:42:11)
    … 1 library frame: /app/node_modules/express/lib/router/layer.js:95:5
TypeError: total is not a function
`,
  log4j: `[log4j log, 18 lines, 2026-02-03 10:00:00.001 to 2026-02-03 10:00:03.001; left out: 1 debug line, 3 repeated lines, 4 library frames, 3 frames shown before]
INFO  [main] com.example.Boot - started in 2.1 s
INFO  [http-nio-8080-exec-1] com.example.Carts - cart 17 saved  (×2)
ERROR [http-nio-8080-exec-3] com.example.Orders - order failed  (×2)
java.lang.IllegalStateException: no total  (×2)
	at com.example.Orders.place(Orders.java:42)
    … 2 library frames: FrameworkServlet.java:897, Thread.java:1583
Caused by: java.sql.SQLTimeoutException: pool is empty
    … 1 library frame: HikariPool.java:181
	at com.example.Totals.load(Totals.java:19)
    … 1 library frame
`,
  'python logging': `[python logging log, 20 lines, 2026-02-03 10:00:00,101 to 2026-02-03 10:00:03,001; left out: 1 debug line, 3 repeated lines, 1 library frame, 2 frames shown before]
shop.boot - INFO - listening on port 8000
…
shop.carts - INFO - cart 17 saved  (×2)
shop.orders - ERROR - order failed  (×2)
Traceback (most recent call last):  (×2)
  File "/srv/shop/orders.py", line 42, in place
    total = cart.total()
            ^^^^^^^^^^^^
    … 1 library frame: "/srv/venv/lib/python3.12/site-packages/attrs/core.py", line 310
ValueError: cart 17 has no total
ValueError: cart 18 has no total
`,
  syslog: `[syslog log, 6 lines, Feb  3 10:00:01 to Feb  3 10:02:03; left out: 1 repeated line]
web-1 systemd[1]: Started Session 17 of User ann.
web-1 sshd[4017]: Accepted publickey for ann from 10.0.3.17 port 51234 ssh2  (×2)
web-1 kernel: Out of memory: Killed process 911 (node) total-vm:2104228kB
web-1 shop[911]: error: worker died  (×2)
web-1 shop[977]: error: worker died
`,
} satisfies Record<LogFormat, string>;
