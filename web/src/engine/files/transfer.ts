// What both ends of a transfer have in common: whether it goes on, who paused it, and how far it is.
import type { FileEndReason } from '../../../../protocol/peer-files.ts';
import { Pace } from './pace.ts';
import { pieceBytes } from './pieces.ts';
import type { EndOfTransfer, Progress } from './shared-file.ts';

type Stage = Extract<Progress, { at: 'offered' | 'opening' | 'done' | 'over' }> | { at: 'running' };

export interface TransferOptions {
  /** Its number among what its sender sends to its receiver. */
  readonly transfer: number;
  /** In bytes. */
  readonly size: number;
  readonly nowMs: () => number;
  /** Something can be seen from outside. `isStage`: more than a few bytes. */
  readonly onChange: (change: { readonly isStage: boolean }) => void;
  /** This end, and not the other, has found that it is over. */
  readonly onEnd: (reason: FileEndReason) => void;
}

export abstract class Transfer {
  readonly transfer: number;
  readonly size: number;
  readonly #options: TransferOptions;
  readonly #pace = new Pace();
  #stage: Stage = { at: 'offered' };
  #isPausedHere = false;
  #isPausedThere = false;
  /** In pieces, on the receiver's disk. */
  #written = 0;

  constructor(options: TransferOptions) {
    this.transfer = options.transfer;
    this.size = options.size;
    this.#options = options;
  }

  get isOver(): boolean {
    return this.#stage.at === 'done' || this.#stage.at === 'over';
  }

  /** Nobody has said whether they want it. */
  get isUnanswered(): boolean {
    return this.#stage.at === 'offered' || this.#stage.at === 'opening';
  }

  get isRunning(): boolean {
    return this.#stage.at === 'running';
  }

  get isPausedHere(): boolean {
    return this.#isPausedHere;
  }

  get isPaused(): boolean {
    return this.#isPausedHere || this.#isPausedThere;
  }

  get written(): number {
    return this.#written;
  }

  get progress(): Progress {
    if (this.#stage.at !== 'running') return this.#stage;
    return {
      at: 'running',
      bytes: this.#bytes,
      bytesPerSecond: this.#pace.bytesPerSecond(this.#options.nowMs()),
      isPausedHere: this.#isPausedHere,
      isPausedThere: this.#isPausedThere,
    };
  }

  /** Either end may pause it, and it rests until both let it go on. */
  pause(end: 'here' | 'there', isPaused: boolean): void {
    if (end === 'here') this.#isPausedHere = isPaused;
    else this.#isPausedThere = isPaused;
    this.#pace.reset();
    this.#options.onChange({ isStage: true });
    if (!this.isPaused) this.resumed();
  }

  /** It is over, and the other end knows. Calling it again changes nothing. */
  end(why: EndOfTransfer | 'done', { isOwnDoing }: { isOwnDoing: boolean }): void {
    if (this.isOver) return;
    this.turnTo(why === 'done' ? { at: 'done' } : { at: 'over', why, isOwnDoing });
    this.ended();
  }

  /** Ends it, and has the other end told. */
  endHere(reason: FileEndReason): void {
    if (this.isOver) return;
    this.end(reason, { isOwnDoing: true });
    this.#options.onEnd(reason);
  }

  /** It rests no more. */
  protected abstract resumed(): void;
  /** What it holds can go. */
  protected abstract ended(): void;

  protected turnTo(stage: Stage): void {
    this.#stage = stage;
    this.#options.onChange({ isStage: true });
  }

  protected setWritten(pieces: number): void {
    this.#written = pieces;
    this.#pace.read({ atMs: this.#options.nowMs(), bytes: this.#bytes });
    this.#options.onChange({ isStage: false });
  }

  get #bytes(): number {
    return Math.min(this.size, this.#written * pieceBytes);
  }
}
