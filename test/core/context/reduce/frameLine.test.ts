import { expect, it } from 'vitest';
import { isLibraryFrame } from '../../../../src/core/context/reduce/log/frameLine.ts';

it.each([
  ['    at run (node_modules/x/run.js:1:2)', true],
  ['    at async Promise.all (index 0)', true],
  ['    at process.processTicks (node:internal/process/task_queues:95:5)', true],
  ['    at runtime.start (src/runtime.ts:1:2)', false],
  ['\tat org.springframework.web.X.y(X.java:1)', true],
  ['\tat java.base/java.lang.Thread.run(Thread.java:1583)', true],
  ['\tat com.example.Cart.total(Cart.java:1)', false],
  ['  File "/srv/venv/lib/python3.12/site-packages/a.py", line 1, in f\n    x()', true],
  ['  File "/srv/shop/cart.py", line 1, in f\n    x()', false],
  ['   4: core::panicking::panic\n             at /rustc/abc/library/core/src/panicking.rs:1:2', true],
  ['   5: shop::core::total\n             at ./src/core.rs:1:2', false],
  ['testing.tRunner(0xc0)\n\t/usr/local/go/src/testing/testing.go:1632 +0x230', true],
  ['main.runtime.total(0xc0)\n\t/home/ann/shop/cart.go:9', false],
])('tells whose code %j is', (frame, isLibrary) => {
  expect(isLibraryFrame(frame)).toBe(isLibrary);
});
