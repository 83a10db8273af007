import { api, Problem } from './http.js';

const CALM_MS = 1000;
const RETRY_MS = 10000;
const KEEPALIVE_LIMIT = 60000;

/**
 * Keeps what is typed: on the server a second after the last key, and in this tab for as long as the server cannot be
 * reached. A start form has no task yet, so it is kept in the tab only.
 */
export class Keeper {
  constructor({ taskId, name, user, input, tell }) {
    Object.assign(this, { taskId, input, tell });
    this.place = `mcu:${user}:${name}`;
    this.under = Promise.resolve();
  }

  /** What the server did not get the last time, or null. */
  recovered() {
    const kept = sessionStorage.getItem(this.place);
    if (kept && this.taskId) this.changed();
    return kept ? JSON.parse(kept) : null;
  }

  changed() {
    this.dirty = true;
    if (this.closed) return;
    if (!this.taskId) {
      this.stash();
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), this.lost ? RETRY_MS : CALM_MS);
  }

  saveSoon() {
    if (this.dirty && this.taskId && !this.lost) {
      clearTimeout(this.timer);
      this.save();
    }
  }

  /** When the page is left: the browser finishes the request by itself. */
  flush() {
    if (this.dirty && this.taskId) this.save(true);
  }

  save(leaving = false) {
    clearTimeout(this.timer);
    this.under = this.under.then(() => this.put(leaving));
    return this.under;
  }

  async put(leaving) {
    if (!this.dirty || this.done) return;
    this.dirty = false;
    const input = this.input();
    const keepalive = leaving && JSON.stringify(input).length < KEEPALIVE_LIMIT;
    try {
      const { savedAt } = await api('PUT', `/api/tasks/${this.taskId}/input`, input, { keepalive });
      this.at = savedAt;
      this.lost = false;
      sessionStorage.removeItem(this.place);
      this.tell({ at: savedAt });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.lost = problem.isLost;
      this.stash();
      this.tell({ at: this.at, problem });
      if (problem.isLost) this.changed();
    }
  }

  stash() {
    sessionStorage.setItem(this.place, JSON.stringify(this.input()));
  }

  /** Nothing is being saved any more: a late request must not come after the completion. */
  async settled() {
    clearTimeout(this.timer);
    await this.under;
  }

  forget() {
    this.done = true;
    clearTimeout(this.timer);
    sessionStorage.removeItem(this.place);
  }

  close() {
    if (!this.closed && !this.done) this.flush();
    this.closed = true;
    clearTimeout(this.timer);
  }
}
