// Preloaded into a server: when the process that started it is gone, however it went, the server goes too.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.exit());
}
