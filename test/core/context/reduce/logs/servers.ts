/** Short logs of servers and CI systems as they are printed. */
export const SERVER_LOGS = {
  docker: `#5 [2/6] RUN npm ci
#5 0.412 npm warn deprecated inflight@1.0.6: This module is not supported
#5 sha256:4abcf2066143 0B / 49.58MB 0.1s
#5 sha256:4abcf2066143 24.12MB / 49.58MB 0.6s
#5 sha256:4abcf2066143 49.58MB / 49.58MB 1.1s done
#5 extracting sha256:4abcf2066143 2.1s done
#5 DONE 12.4s
#6 [3/6] RUN npm run build
#6 3.120 src/cart.ts(12,5): error TS2304: Cannot find name 'total'.
#6 ERROR: process "/bin/sh -c npm run build" did not complete successfully: exit code: 2
`,
  github: `2026-02-03T10:00:00.1234567Z ##[group]Run actions/checkout@v4
2026-02-03T10:00:00.2234567Z env:
2026-02-03T10:00:00.2234568Z   CI_TOKEN: ***
2026-02-03T10:00:00.3234567Z ##[endgroup]
2026-02-03T10:00:01.1234567Z ##[command]/usr/bin/git version
2026-02-03T10:00:01.2234567Z git version 2.45.2
2026-02-03T10:00:02.1234567Z ##[group]Run npm test
2026-02-03T10:00:02.2234567Z ##[endgroup]
2026-02-03T10:00:05.1234567Z \u001b[31mFAIL\u001b[0m src/cart/tax.test.ts
2026-02-03T10:00:05.2234567Z       at Object.toBe (src/cart/tax.test.ts:11:22)
2026-02-03T10:00:06.1234567Z ##[error]Process completed with exit code 1.
`,
  nginx: `10.0.3.17 - - [03/Feb/2026:10:00:01 +0000] "GET /api/carts/17 HTTP/1.1" 200 512 "-" "curl/8.5.0"
10.0.3.18 - - [03/Feb/2026:10:00:01 +0000] "GET /api/carts/18 HTTP/1.1" 200 498 "-" "curl/8.5.0"
10.0.3.19 - - [03/Feb/2026:10:00:02 +0000] "GET /api/carts/19 HTTP/1.1" 200 503 "-" "curl/8.5.0"
10.0.3.17 - - [03/Feb/2026:10:00:02 +0000] "POST /api/orders HTTP/1.1" 502 157 "-" "curl/8.5.0"
2026/02/03 10:00:02 [error] 29#29: *4017 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.3.17, server: shop.local
2026/02/03 10:00:03 [error] 29#29: *4018 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.3.18, server: shop.local
`,
  'json lines': `{"level":30,"time":1770112800123,"pid":17,"hostname":"web-1","req":{"id":"a1"},"msg":"request completed","ms":12}
{"level":30,"time":1770112800223,"pid":17,"hostname":"web-1","req":{"id":"a2"},"msg":"request completed","ms":15}
{"level":30,"time":1770112800323,"pid":17,"hostname":"web-1","req":{"id":"a3"},"msg":"request completed","ms":11}
{"level":50,"time":1770112800423,"pid":17,"hostname":"web-1","order":90071992547409931,"err":{"type":"TypeError","message":"total is not a function","stack":"TypeError: total is not a function\\n    at place (/app/src/orders.ts:42:11)\\n    at Layer.handle (/app/node_modules/express/lib/router/layer.js:95:5)"},"msg":"order failed"}
{"level":50,"time":1770112800523,"pid":17,"hostname":"web-1","order":90071992547409932,"err":{"type":"TypeError","message":"total is not a function","stack":"TypeError: total is not a function\\n    at place (/app/src/orders.ts:42:11)\\n    at Layer.handle (/app/node_modules/express/lib/router/layer.js:95:5)"},"msg":"order failed"}
`,
  log4j: `2026-02-03 10:00:00.001 DEBUG [main] com.example.Boot - reading application.yml
2026-02-03 10:00:00.101 INFO  [main] com.example.Boot - started in 2.1 s
2026-02-03 10:00:01.001 INFO  [http-nio-8080-exec-1] com.example.Carts - cart 17 saved
2026-02-03 10:00:01.101 INFO  [http-nio-8080-exec-2] com.example.Carts - cart 18 saved
2026-02-03 10:00:02.001 ERROR [http-nio-8080-exec-3] com.example.Orders - order failed
java.lang.IllegalStateException: no total
	at com.example.Orders.place(Orders.java:42)
	at org.springframework.web.servlet.FrameworkServlet.service(FrameworkServlet.java:897)
	at java.base/java.lang.Thread.run(Thread.java:1583)
Caused by: java.sql.SQLTimeoutException: pool is empty
	at com.zaxxer.hikari.pool.HikariPool.getConnection(HikariPool.java:181)
	at com.example.Totals.load(Totals.java:19)
	... 3 more
2026-02-03 10:00:03.001 ERROR [http-nio-8080-exec-4] com.example.Orders - order failed
java.lang.IllegalStateException: no total
	at com.example.Orders.place(Orders.java:42)
	at org.springframework.web.servlet.FrameworkServlet.service(FrameworkServlet.java:897)
	at java.base/java.lang.Thread.run(Thread.java:1583)
`,
  'python logging': `2026-02-03 10:00:00,101 - shop.boot - INFO - listening on port 8000
2026-02-03 10:00:01,001 - shop.carts - DEBUG - cache miss for 17
2026-02-03 10:00:01,101 - shop.carts - INFO - cart 17 saved
2026-02-03 10:00:01,201 - shop.carts - INFO - cart 18 saved
2026-02-03 10:00:02,001 - shop.orders - ERROR - order failed
Traceback (most recent call last):
  File "/srv/shop/orders.py", line 42, in place
    total = cart.total()
            ^^^^^^^^^^^^
  File "/srv/venv/lib/python3.12/site-packages/attrs/core.py", line 310, in total
    return self._total
ValueError: cart 17 has no total
2026-02-03 10:00:03,001 - shop.orders - ERROR - order failed
Traceback (most recent call last):
  File "/srv/shop/orders.py", line 42, in place
    total = cart.total()
            ^^^^^^^^^^^^
  File "/srv/venv/lib/python3.12/site-packages/attrs/core.py", line 310, in total
    return self._total
ValueError: cart 18 has no total
`,
  syslog: `Feb  3 10:00:01 web-1 systemd[1]: Started Session 17 of User ann.
Feb  3 10:00:02 web-1 sshd[4017]: Accepted publickey for ann from 10.0.3.17 port 51234 ssh2
Feb  3 10:00:09 web-1 sshd[4021]: Accepted publickey for ann from 10.0.3.17 port 51301 ssh2
Feb  3 10:01:02 web-1 kernel: Out of memory: Killed process 911 (node) total-vm:2104228kB
Feb  3 10:01:03 web-1 shop[911]: error: worker died
Feb  3 10:02:03 web-1 shop[977]: error: worker died
`,
} as const;
