/** Short logs of test runners as they are printed, with what `reduceLog` makes of them. */
export const TEST_RUNNER_LOGS = {
  jest: `PASS src/cart/total.test.ts
PASS src/cart/discount.test.ts
  discount
    ✓ applies ten percent (2 ms)
    ✓ throws TypeError: bad rate (1 ms)
FAIL src/cart/tax.test.ts
  tax
    ✓ is zero for books (1 ms)
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
      at Promise.then.completed (node_modules/jest-circus/build/utils.js:298:28)
      at new Promise (<anonymous>)
      at callAsyncCircusFn (node_modules/jest-circus/build/utils.js:231:10)
      at _callCircusTest (node_modules/jest-circus/build/run.js:316:40)

Test Suites: 1 failed, 2 passed, 3 total
Tests:       1 failed, 4 passed, 5 total
Snapshots:   0 total
Time:        1.204 s
Ran all test suites.
`,
  vitest: `
 RUN  v3.2.4 /home/ann/shop

 ✓ src/cart/total.test.ts (12 tests) 14ms
 ✓ src/cart/discount.test.ts (3 tests) 8ms
 ❯ src/cart/tax.test.ts (2 tests | 1 failed) 11ms
   ✓ tax > is zero for books 1ms
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
  mocha: `

  cart
    ✔ sums its lines
    ✔ ignores empty lines (41ms)
    1) applies a coupon
    ✔ survives a negative amount


  3 passing (58ms)
  1 failing

  1) cart
       applies a coupon:

      AssertionError [ERR_ASSERTION]: 90 == 100
      + expected - actual

      -90
      +100

      at Context.<anonymous> (test/cart.spec.js:31:14)
      at callFn (node_modules/mocha/lib/runnable.js:366:21)
      at Runnable.run (node_modules/mocha/lib/runnable.js:354:5)
      at process.processImmediate (node:internal/timers:476:21)

`,
  pytest: `============================= test session starts ==============================
platform linux -- Python 3.12.3, pytest-8.3.2, pluggy-1.5.0
rootdir: /home/ann/shop
plugins: anyio-4.4.0, cov-5.0.0
collected 214 items

tests/test_cart.py ........................................              [ 18%]
tests/test_orders.py ................................................... [ 42%]
tests/test_tax.py ....F.....                                             [ 47%]
tests/test_users.py .................................................... [100%]

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
  'go test': `=== RUN   TestTotal
--- PASS: TestTotal (0.00s)
=== RUN   TestTax
=== RUN   TestTax/books
=== RUN   TestTax/half_up
    tax_test.go:27: tax(1345) = 107, want 108
--- FAIL: TestTax (0.00s)
    --- PASS: TestTax/books (0.00s)
    --- FAIL: TestTax/half_up (0.00s)
=== RUN   TestEmpty
--- FAIL: TestEmpty (0.00s)
panic: runtime error: index out of range [0] with length 0 [recovered]

goroutine 35 [running]:
testing.tRunner.func1.2({0x51c3a0, 0xc00001a0f0})
	/usr/local/go/src/testing/testing.go:1632 +0x230
panic({0x51c3a0?, 0xc00001a0f0?})
	/usr/local/go/src/runtime/panic.go:785 +0x132
example.com/shop/cart.First(...)
	/home/ann/shop/cart/cart.go:14
example.com/shop/cart.TestEmpty(0xc0000d24e0)
	/home/ann/shop/cart/cart_test.go:9 +0x1d
created by testing.(*T).Run in goroutine 1
	/usr/local/go/src/testing/testing.go:1743 +0x390
FAIL	example.com/shop/cart	0.012s
ok  	example.com/shop/money	0.004s
?   	example.com/shop/cmd	[no test files]
FAIL
`,
  cargo: `    Updating crates.io index
  Downloaded serde v1.0.210
  Downloaded libc v0.2.158
   Compiling libc v0.2.158
   Compiling serde v1.0.210
   Compiling shop v0.1.0 (/home/ann/shop)
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
  maven: `[INFO] Scanning for projects...
[INFO] -------------------------< com.example:shop >--------------------------
[INFO] Building shop 1.0.0
[INFO] --------------------------------[ jar ]---------------------------------
Downloading from central: https://repo.maven.apache.org/maven2/org/junit/junit-bom/5.10.2/junit-bom-5.10.2.pom
Downloaded from central: https://repo.maven.apache.org/maven2/org/junit/junit-bom/5.10.2/junit-bom-5.10.2.pom (5.6 kB at 31 kB/s)
[INFO] Running com.example.CartTest
[INFO] Tests run: 12, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.061 s -- in com.example.CartTest
[INFO] Running com.example.TaxTest
[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.012 s <<< FAILURE! -- in com.example.TaxTest
[ERROR] com.example.TaxTest.halfUp -- Time elapsed: 0.004 s <<< FAILURE!
org.opentest4j.AssertionFailedError: expected: <1.08> but was: <1.07>
	at org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:39)
	at org.junit.jupiter.api.Assertions.assertEquals(Assertions.java:1145)
	at com.example.TaxTest.halfUp(TaxTest.java:21)
	at java.base/java.lang.reflect.Method.invoke(Method.java:580)
	at java.base/java.util.ArrayList.forEach(ArrayList.java:1596)

[INFO] Results:
[ERROR] Failures:
[ERROR]   TaxTest.halfUp:21 expected: <1.08> but was: <1.07>
[ERROR] Tests run: 14, Failures: 1, Errors: 0, Skipped: 0
[INFO] ------------------------------------------------------------------------
[INFO] BUILD FAILURE
[INFO] Total time:  3.201 s
`,
  gradle: `> Task :compileJava UP-TO-DATE
> Task :processResources NO-SOURCE
> Task :classes UP-TO-DATE
> Task :compileTestJava

> Task :test FAILED

CartTest > sums() PASSED

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
} as const;
