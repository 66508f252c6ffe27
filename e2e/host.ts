// A host of its own for one person's browser: a network that can be made bad, and a processor that can be made busy.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type LaunchOptions, chromium } from '@playwright/test';
import { busyProgram, onProcessor } from './busy-program.ts';
import { type Film, writeFilm } from './film.ts';
import { HostNetwork } from './host-network.ts';
import { Line } from './line.ts';

export interface HostOptions {
  /** Of the machine's processors the one that its browser has; by default it may use all. */
  readonly processor?: number;
  /** What its camera shows; by default what Chromium makes up. */
  readonly film?: Film;
}

interface Surroundings {
  /** Tells hosts apart, from 1. */
  readonly number: number;
  /** Of the server, which the host has under the same name. */
  readonly origin: string;
  readonly launchOptions: LaunchOptions;
}

interface Parts {
  readonly network: HostNetwork;
  readonly browser: Browser;
  /** Holds what the browser was started with. */
  readonly folder: string;
}

export class Host {
  readonly network: HostNetwork;
  readonly browser: Browser;
  /** To the server. It goes beside the network: what becomes of media is measured, not of signaling. */
  readonly #line: Line;
  readonly #folder: string;
  readonly #processor: number | undefined;
  #loads: ChildProcess[] = [];

  private constructor({ network, browser, folder }: Parts, around: Surroundings & HostOptions) {
    this.network = network;
    this.browser = browser;
    this.#folder = folder;
    this.#line = Line.through(network.door, around.origin);
    this.#processor = around.processor;
  }

  static async open(around: Surroundings & HostOptions): Promise<Host> {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-host-'));
    const network = await HostNetwork.open(around.number, Number(new URL(around.origin).port));
    try {
      const browser = await launchIn(network, folder, around);
      return new Host({ network, browser, folder }, around);
    } catch (error) {
      network.close();
      rmSync(folder, { recursive: true });
      throw error;
    }
  }

  /** So many programs now do nothing but compute, on the browser's processor if it has one, until `rests`. */
  computes(programs: number): void {
    for (let count = 0; count < programs; count += 1)
      this.#loads.push(busyProgram(this.#processor));
  }

  rests(): void {
    for (const load of this.#loads) load.kill('SIGKILL');
    this.#loads = [];
  }

  async close(): Promise<void> {
    this.rests();
    await this.browser.close();
    this.#line.close();
    this.network.close();
    rmSync(this.#folder, { recursive: true });
  }
}

/** Playwright starts what it takes for a browser, and talks to it by pipes that stay open through each `exec`. */
async function launchIn(
  network: HostNetwork,
  folder: string,
  { launchOptions, film, ...options }: Surroundings & HostOptions,
): Promise<Browser> {
  const executablePath = join(folder, 'browser');
  const command = [
    ...network.entry,
    ...onProcessor(options.processor),
    launchOptions.executablePath,
  ];
  writeFileSync(executablePath, `#!/bin/sh\nexec ${command.join(' ')} "$@"\n`, { mode: 0o700 });
  const { args = [] } = launchOptions;
  // Media has to take the network.
  const kept = args.filter((arg) => arg !== '--allow-loopback-in-peer-connection');
  return chromium.launch({
    ...launchOptions,
    executablePath,
    args: [...kept, ...camera(folder, film)],
  });
}

function camera(folder: string, film: Film | undefined): string[] {
  if (!film) return [];
  const path = join(folder, 'film.y4m');
  writeFilm(path, film);
  return [`--use-file-for-fake-video-capture=${path}`];
}
