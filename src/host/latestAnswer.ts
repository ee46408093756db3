/** The answer to a question that is asked again and again. Of several times at once only the last counts, and the last answer stays until there is another. */
export class LatestAnswer<T> {
  private readonly ask: () => Promise<T>;
  private readonly onAnswer: () => void;
  private readonly onFailure: (error: unknown) => void;
  private isAsking = false;
  private isWanted = false;
  value: T | undefined;

  constructor(ask: () => Promise<T>, onAnswer: () => void, onFailure: (error: unknown) => void) {
    this.ask = ask;
    this.onAnswer = onAnswer;
    this.onFailure = onFailure;
  }

  refresh(): void {
    this.isWanted = true;
    if (!this.isAsking) void this.askOn();
  }

  private async askOn(): Promise<void> {
    this.isAsking = true;
    try {
      while (this.isWanted) {
        this.isWanted = false;
        const value = await this.ask();
        if (this.isWanted) continue;
        this.value = value;
        this.onAnswer();
      }
    } catch (error) {
      this.onFailure(error);
    } finally {
      this.isAsking = false;
    }
  }
}
