/** What a terminal has that a file has not. */
export interface Screen { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

const barWidth = 24;
/** Milliseconds between two drawings of the bar. */
const pause = 80;

/** Shows how far the import is: a bar on a terminal, elsewhere a line when a stage is done. */
export class Progress {
  readonly #screen: Screen;
  #stage: { readonly name: string; total: number; readonly started: number; done: number; note: string } | undefined;
  #drawnAt = 0;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  /** Begins a stage of `total` rows, and ends the one before. */
  stage(name: string, total: number): void {
    this.end();
    this.#stage = { name, total, started: Date.now(), done: 0, note: '' };
    this.#draw(true);
  }

  advance(rows: number): void {
    if (!this.#stage) return;
    this.#stage.done += rows;
    this.#draw(false);
  }

  /** For a stage whose total is only known on the way. */
  report(done: number, total: number): void {
    if (!this.#stage) return;
    Object.assign(this.#stage, { done, total });
    this.#draw(false);
  }

  /** SharePoint asked to wait so many seconds; 0 when that is over. */
  waiting(seconds: number): void {
    if (!this.#stage) return;
    this.#stage.note = seconds > 0 ? `  SharePoint is busy: waiting ${Math.ceil(seconds)} s` : '';
    if (this.#screen.isTTY !== true && seconds > 0) this.#screen.write(`${this.#stage.name}:${this.#stage.note}\n`);
    this.#draw(true);
  }

  /** Ends the stage. */
  end(): void {
    if (!this.#stage) return;
    const { name, done, started } = this.#stage;
    const line = `${name}: ${done.toLocaleString('en')} (${((Date.now() - started) / 1000).toFixed(1)} s)`;
    this.#screen.write(this.#screen.isTTY === true ? `\r\x1b[K${line}\n` : `${line}\n`);
    this.#stage = undefined;
  }

  #draw(now: boolean): void {
    if (this.#screen.isTTY !== true || !this.#stage || (!now && Date.now() - this.#drawnAt < pause)) return;
    this.#drawnAt = Date.now();
    const { name, total, done, note } = this.#stage;
    const part = total === 0 ? 1 : Math.min(1, done / total);
    const filled = Math.round(part * barWidth);
    const line = `${name.padEnd(20)} [${'█'.repeat(filled)}${'·'.repeat(barWidth - filled)}] ${String(Math.floor(part * 100)).padStart(3)} %  ${done.toLocaleString('en')} of ${total.toLocaleString('en')}${note}`;
    this.#screen.write(`\r\x1b[K${line.slice(0, (this.#screen.columns || 80) - 1)}`);
  }
}
